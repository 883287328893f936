//! LinkedIn requests: one line, as the form there takes it. Each names the interview and the job and gives thanks once
//! more. With room for 300 characters they say a little more.

use super::Wording;

/// To somebody who was met. Where they agreed to it, or the thank-you announced it, some say so.
pub(in crate::letters) const MET: Wording = Wording {
    subjects: &[],
    bodies: &[
        "thank you again for your time at my [{job} ]interview {when}. I enjoyed [talking about {topic}|our \
         conversation] and would be glad to stay in touch. [{?long}I wish you and the team a good week.]",
        "[{?agreed}as agreed, here is my request. Thanks|{?announced}as I wrote in my note, I would be happy to \
         connect. Thanks|thanks] again for talking with me {when} about {role}. [What you said about {topic} stayed \
         with me.|I liked the interview.] [{?long}I hope we can stay in contact, whatever comes of it.]",
        "we spoke {when} when I interviewed for {role}. Many thanks for that[, and for what you told me about \
         {topic}]. It would be nice to be connected here. [{?long}I would be happy to continue the conversation one \
         day.]",
        "[{?agreed}you kindly said yes to connecting. |{?announced}this is the request I mentioned in my thank-you. \
         ]I enjoyed talking [about {topic}|with you] at the [{job} ]interview {when}, thank you once more. I would \
         be glad to connect. [{?long}I hope to see you again.]",
        "I was at {company} {when} to interview for {role}. I am grateful for your part in it[ and liked talking \
         about {topic}]. May I add you to my network? [{?long}It would be good to hear from you now and then.]",
        "[{?announced}following my email, I would like to connect. My|my] [{job} ]interview {when} was a pleasure, \
         thanks to you[ and our talk about {topic}]. Let us keep in touch. [{?long}All the best to your colleagues \
         as well.]",
        "[{?agreed}thank you for agreeing to connect. Your|your] time {when} was much appreciated. [It was good to \
         talk about {topic} and {role}.|It was good to talk about {role}.] [{?long}Thank you, and I hope that we \
         meet again.]",
        "[this is {me}, from the|we met at the] [{job} ]interview {when}. I would like to thank you again[ for the \
         talk about {topic}] and stay in contact. [{?long}If I can be of help with anything, please tell me.]",
    ],
};

/// A recruiter who was not met, while it runs.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &[],
    bodies: &[
        "thank you for arranging my interview for {role} {when}. I would be glad to connect. [{?long}I enjoyed \
         meeting the people at {company}.]",
        "I interviewed at {company} {when} for {role}. Thank you for your help with it. May I add you to my \
         network? [{?long}I would be happy to stay in touch, whatever comes of it.]",
        "thanks for your help with {role} at {company}. The interview {when} was a good experience, and it would be \
         nice to be in contact here. [{?long}I look forward to what comes next.]",
    ],
};

/// A recruiter after a no, or after silence.
pub(in crate::letters) const AFTERWARDS: Wording = Wording {
    subjects: &[],
    bodies: &[
        "I appreciated your help when I interviewed for {role} at {company}, and I thank you for it. I would like \
         to stay in touch. [{?long}If something suitable comes up, I would be glad to hear about it.]",
        "thank you again for looking after my interview for {role} at {company}. May I add you here? [{?long}I \
         would be happy to talk about other openings.]",
        "we were in contact about {role} at {company}. I liked the interview and would be pleased to stay \
         connected; thank you for everything. [{?long}I hope we get to talk again.]",
    ],
};
