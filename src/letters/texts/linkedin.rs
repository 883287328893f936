//! LinkedIn requests: one line, as the form there takes it. With room for 300 characters they say a little more.

use super::Wording;

/// They agreed to it.
pub(in crate::letters) const AGREED: Wording = Wording {
    subjects: &[],
    bodies: &[
        "thank you for letting me connect. [I enjoyed our talk about {topic}|It was good to meet you {when}]. [{?long}I \
         would be glad to stay in touch, whatever happens with {role}.]",
        "as agreed {when}, here is my request. [It would be good to talk more about {topic}.|I enjoyed meeting you.] \
         [{?long}All the best to you and the team.]",
        "good to meet you {when}. You said I could connect[, and I would like to hear more about {topic}|, so I am sending \
         this]. [{?long}Thank you again for your time.]",
        "we said {when} that we would connect here. [Thank you for talking about {topic} with me.|Thank you for your \
         time.] [{?long}I hope to speak with you again.]",
        "thank you for being open to connecting. [I found our exchange on {topic} useful|I enjoyed our conversation]. \
         [{?long}I hope to be in touch again soon.]",
        "I am glad we can stay in touch here. [It was nice to talk about {topic}|Thanks again for the conversation {when}]. \
         [{?long}I hope we speak again.]",
    ],
};

/// The thank-you announced it.
pub(in crate::letters) const ANNOUNCED: Wording = Wording {
    subjects: &[],
    bodies: &[
        "as I mentioned in my note, I would like to stay in touch. [Our talk about {topic} was a good one|Thank you for \
         the conversation {when}]. [{?long}No rush to accept while the process is running.]",
        "this is the invitation I wrote about. [It was good to talk about {topic}|I enjoyed meeting you {when}]. \
         [{?long}I would be happy to keep in touch either way.]",
        "following my email, it would be good to be connected here too. [I enjoyed talking about {topic}|Thanks again for \
         your time {when}]. [{?long}I hope we talk again.]",
        "after the note I sent you: may I add you here? [I would like to talk about {topic} again|I enjoyed our talk]. \
         [{?long}All the best in the meantime.]",
        "I mentioned connecting in my thank-you. [I liked talking about {topic}|I liked meeting you {when}] and would like \
         to keep in contact. [{?long}Please do not feel obliged to accept.]",
        "I wrote to you after the interview {when} and would be glad to connect. [Thank you for discussing {topic}|It was \
         a good conversation]. [{?long}Thank you either way.]",
    ],
};

/// They were met, and nothing was said of it, or it is not known what.
pub(in crate::letters) const MET: Wording = Wording {
    subjects: &[],
    bodies: &[
        "I enjoyed meeting you {when} and would like to stay in touch. [Our talk about {topic} was a good one.] \
         [{?long}No need to accept before there is a decision.]",
        "it was good to meet you {when}[ and to talk about {topic}]. I would be glad to connect. [{?long}Whatever happens \
         with {role}, I would be happy to stay in touch.]",
        "may I add you here? [I liked talking with you about {topic}|Thank you again for your time {when}]. [{?long}All \
         the best to you and your colleagues.]",
        "we spoke {when} when I interviewed at {company}. [Thank you for talking about {topic}; I|I] would be pleased to \
         connect. [{?long}Thank you either way.]",
        "thank you for the conversation {when}. I would be happy to connect[ and to talk about {topic} again]. \
         [{?long}Thank you for considering me for {role}.]",
        "it would be nice to be in contact here as well. [Thank you for our talk about {topic}|It was a good conversation \
         {when}]. [{?long}No pressure to accept.]",
    ],
};

/// A recruiter who was not met, while it runs.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &[],
    bodies: &[
        "I am interviewing for {role} at {company} and would be glad to connect here too. [{?long}Thank you for looking \
         after it.]",
        "I interviewed {when} for {role} at {company}, which I believe you are handling. May I add you? [{?long}I enjoyed \
         the conversation.]",
        "thank you for your help with {role}. I would be happy to connect. [{?long}I enjoyed my interview at {company} \
         {when}.]",
    ],
};

/// A recruiter after a no, or after silence.
pub(in crate::letters) const AFTERWARDS: Wording = Wording {
    subjects: &[],
    bodies: &[
        "[{?silent}I applied for {role} at {company} a while ago|{role} did not work out this time, but thank you for your \
         help]. I would like to stay in touch. [{?long}If something suitable comes up, I would be glad to hear about it.]",
        "thank you for your time on {role} at {company}. May I add you here? [{?long}I would be glad to hear from you \
         again.]",
        "we were in contact about {role} at {company}. I would be pleased to stay connected. [{?long}I hope we get to talk \
         again.]",
    ],
};
