//! What is wrong with the form, and what merely looks odd.

/// What is wrong with the form, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormError {
    /// No company.
    #[error("Which company was it?")]
    CompanyMissing,
    /// Nobody has a name.
    #[error("Who was there? One name is enough; the others can wait.")]
    NobodyNamed,
    /// This row has something in it, but no name.
    #[error("What is their name? A first name will do.")]
    NameMissing(usize),
    /// This row's address is none.
    #[error("This address looks unfinished. It can also be left for later.")]
    Email(usize),
    /// The day is no day.
    #[error("This is not a day in the calendar.")]
    Date,
    /// The day is years away.
    #[error("That is years from today. Is the year right?")]
    DateFarOff,
    /// It is said to be over, and is still ahead.
    #[error("That is still to come. Is the day right?")]
    StillAhead,
    /// It is said to be still to come, and nothing says when, or a time that is past.
    #[error("When will it be? A day and a time still ahead; a guess is fine.")]
    NotAhead,
    /// The time of the start is no time.
    #[error("A time is written like 14:30.")]
    Starts,
    /// The time of the end is no time.
    #[error("A time is written like 14:30.")]
    Ends,
    /// The duration is no number of minutes from 1 to a day.
    #[error("How many minutes did it take? A guess is fine.")]
    Minutes,
    /// It is another day than today, and no time is given.
    #[error("At what time? A guess is fine.")]
    TimeMissing,
    /// It would end before it starts, and no night lies between.
    #[error("It would end before it starts. Is one of the two times right?")]
    EndsBeforeStart,
    /// The promised day is no day.
    #[error("This is not a day in the calendar.")]
    ReplyBy,
    /// The promised day is years away.
    #[error("That is years from today. Is the year right?")]
    ReplyByFarOff,
    /// This row says by when, but not what.
    #[error("What did they ask for?")]
    DeliverWhat(usize),
    /// This row's day is missing or no day.
    #[error("By which day do they want it? A guess is fine.")]
    DeliverBy(usize),
}

/// What looks odd about the form, but may be meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormWarning {
    /// The promised day is the interview's own.
    #[error("That is the day of the interview itself. Did they mean a later one?")]
    PromiseSameDay,
    /// The promised day is before the interview.
    #[error("That is before the interview. Did they mean a later day?")]
    PromiseBefore,
    /// It is still to come, and something is told of its course. That part is not kept.
    #[error("This has not begun yet; what came of it can be noted once it is over.")]
    NotBegun,
}
