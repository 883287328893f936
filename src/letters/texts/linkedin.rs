//! LinkedIn requests: one line, as the form there takes it. With room for 300 characters they say a little more.

use super::Wording;

/// They agreed to it.
pub(in crate::letters) const AGREED: Wording = Wording {
    subjects: &[],
    bodies: &[
        "thank you for saying that I may add you. [I enjoyed our talk about {topic}|It was good to meet you {when}]. \
         [{?long}I would be glad to stay in touch, whatever comes of {role}.]",
        "as agreed {when}, here is my request. [I would like to go on talking about {topic}.|Good to know you.] [{?long}All the best to you and the people at {company}.]",
        "good to meet you {when}. You said I could connect[, and I would like to hear more about {topic}|, so here I \
         am]. [{?long}Thank you again for your time.]",
        "thanks for the kind yes {when}; I am taking you up on it. [Our talk about {topic} was worth remembering.|I \
         liked our meeting.] [{?long}Wishing you a good week.]",
        "you were open to connecting, and I was happy about that. [Let us talk about {topic} again some day|Our meeting was \
         a good one]. [{?long}Until soon, I hope, at {company}.]",
        "nice that we can stay in touch here. [I still think of our talk about {topic}|Thanks again for the conversation {when}]. [{?long}I hope to see you at {company} again.]",
    ],
};

/// The thank-you announced it.
pub(in crate::letters) const ANNOUNCED: Wording = Wording {
    subjects: &[],
    bodies: &[
        "as I mentioned in my note, I would like to stay in touch. [Our talk about {topic} was a good one|Thank you for \
         the conversation {when}]. [{?long}No need to answer before the process is over.]",
        "here is the request that I announced. [I liked our talk about {topic}|I enjoyed meeting you {when}]. \
         [{?long}Whatever comes of {role}, I would be happy to know you.]",
        "you will have my email by now; it would be good to be connected here too. [I enjoyed talking about {topic}|Thanks \
         again for your time {when}]. [{?long}All the best from a fan of {company}.]",
        "following up on the lines I sent you: may I add you to my network? [I would gladly talk about {topic} \
         again|I enjoyed our talk]. [{?long}I wish you a good choice for {role}.]",
        "my thank-you said that this would come. [I liked talking about {topic}|I liked meeting you {when}], so I \
         would be pleased if you said yes. [{?long}There is no obligation in it.]",
        "I wrote to you after the interview {when} and would be glad to add you. [I liked that we came to \
         talk about {topic}|It was a good conversation]. [{?long}Thank you either way.]",
    ],
};

/// They were met, and nothing was said of it, or it is not known what.
pub(in crate::letters) const MET: Wording = Wording {
    subjects: &[],
    bodies: &[
        "I enjoyed meeting you {when} and would like to stay in touch. [Our talk about {topic} was a good one.] \
         [{?long}No need to answer before the process is over.]",
        "it was good to meet you {when}[ and to talk about {topic}]. I would be glad to have you among my contacts. \
         [{?long}Whatever comes of {role}, I would be happy to know you.]",
        "may I add you here? [I liked talking about {topic} with you|Thank you again for your time {when}]. [{?long}All \
         the best to you and the people at {company}.]",
        "we spoke {when} when I interviewed at {company}. [Our talk about {topic} stayed with me, and I|I] would be \
         pleased to be connected. [{?long}Thank you either way.]",
        "thank you for the conversation {when}. I would be happy to connect[ and to talk about {topic} again]. \
         [{?long}I wish you a good choice for {role}.]",
        "it would be nice to be in contact here as well. [I remember our talk about {topic} with pleasure|It was a good \
         conversation {when}]. [{?long}There is no obligation in it.]",
    ],
};

/// A recruiter who was not met, while it runs.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &[],
    bodies: &[
        "I am in the process for {role} at {company} and would be glad to be in touch here too. [{?long}Thank you for \
         your part in it.]",
        "you are looking after {role} at {company}, for which I interviewed {when}. May I add you? [{?long}I enjoyed it, and I am looking forward to more.]",
        "thank you for your work on {role}. I would be happy to connect. [{?long}I enjoyed my interview at {company} \
         {when}.]",
    ],
};

/// A recruiter after a no, or after silence.
pub(in crate::letters) const AFTERWARDS: Wording = Wording {
    subjects: &[],
    bodies: &[
        "[{?silent}{role_up} at {company} seems to have gone another way; that is fine|it was not to be with {role} \
         this time, and I thank you for your work on it]. I would like to stay in touch. [{?long}Should something \
         fitting come up, I would be glad to hear of it.]",
        "thank you for the process at {company}. [{?silent}I take it that the place is filled.|Even though it was a no, \
         it was a fair one.] May I keep you among my contacts? [{?long}I remain interested in what you do there.]",
        "we were in contact about {role} at {company}. I would be pleased to be connected for another time. [{?long}I \
         learned from it, and I would apply again.]",
    ],
};
