//! What is written where the job is no longer sought: an offer is signed, or the user found that it is not for them.
//! People are thanked and not courted; those who have the signature are looked forward to.

use super::Wording;

/// Thanks that do not court. That another job was chosen, or this one was not, is for the withdrawal to say.
pub(in crate::letters) const SETTLED: Wording = Wording {
    subjects: &[
        "[Thank you – {job} interview|Thank you for {spoken}]",
        "With thanks[ – {job} interview]",
        "[{job} interview – a thank-you|A thank-you from me]",
        "Thank you for your time {when}[ – {job}]",
        "[My {job} interview {when}|My interview {when}]",
        "Our conversation {when}[ – {job}]",
        "Thanks for talking with me[ – {job}]",
        "[Grateful for the {job} interview|Grateful for the interview]",
    ],
    bodies: &[
        "Thank you for {spoken}. [{said}|I enjoyed talking about {topic}.|It was time well spent.]\n\nI know that \
         interviews take time out of a busy week, and I appreciate it. [{?announce}I would be happy to stay in \
         touch on LinkedIn.]",
        "I wanted to say thank you for {spoken}. [{said}|What we said about {topic} has stayed with me.|I came away \
         knowing more than I did before.] I wish you and your colleagues well. [{?announce}May I connect with you \
         on LinkedIn?]",
        "A short note of thanks for {spoken}. [{said}|Talking about {topic} was a pleasure.|I am glad we \
         spoke.]\n\nI have a high opinion of {company}, and I am grateful that you made room for me. [{?announce}If \
         you agree, I will add you on LinkedIn.]",
        "I am sincerely grateful for {spoken}. [{said}|I have thought about {topic} more than once since.|It gave \
         me a good deal to think about.] Thank you for considering me. [{?announce}I plan to send you a LinkedIn \
         request, with your permission.]",
        "I really appreciated {spoken}. [{said}|I liked hearing how you see {topic}.|I enjoyed it.]\n\nThank you for the care that went into it. My best wishes to everyone there. [{?announce}We could be in touch on LinkedIn, if you like.]",
        "I do not want to let {spoken} pass without a thank-you. [{said}|I learned something when we got to \
         {topic}.|I learned something from it.] I am grateful for the time you gave me. [{?announce}I would be glad \
         to stay connected on LinkedIn.]",
        "Thank you for the part you had in my interview {when}. [{said}|I was glad that {topic} came up.|It was a \
         pleasure.]\n\nPlease thank the others on my behalf as well. [{?announce}A request on LinkedIn will follow, \
         if that suits you.]",
        "Many thanks for {spoken}. [{said}|Your view of {topic} was new to me.|It was open and friendly.] I wish \
         you a good week. [{?announce}Perhaps we can be in contact on LinkedIn.]",
    ],
};

/// Thanks to somebody of the company that was chosen.
pub(in crate::letters) const JOINING: Wording = Wording {
    subjects: &[
        "Thank you, and see you soon",
        "Thank you for {spoken}",
        "Before I start – thank you",
        "See you at {company}",
        "Looking forward to working together",
        "A thank-you before my first day",
    ],
    bodies: &[
        "Now that it is settled, I would like to thank you for {spoken}. [{said}|I remember talking about \
         {topic}.|I enjoyed it.]\n\nI look forward to starting at {company}[{?recruiter}, and you had a large part \
         in it|, and to working with you].",
        "Thank you for your part in bringing me to {company}. [{said}|I have been thinking about {topic} since we \
         spoke.|Hearing more about the job made the choice easier.]\n\nI have signed, and I look forward to the \
         first day. If there is anything that I should read beforehand, please send it.",
        "I have said yes, and before I begin I want to thank you for {spoken}. [{said}|It was good to talk about \
         {topic}.|It was a good conversation.]\n\nI hope to see you again soon.",
        "I am grateful for {spoken}. [{said}|I found it useful to talk about {topic}.|It told me what I needed to \
         know.]\n\nThe papers are signed[{?recruiter}|, so the next time that we talk it will be as colleagues]. \
         Thank you for helping it along.",
        "With everything signed, this is the moment to say thank you for {spoken}. [{said}|I have kept our talk \
         about {topic} in mind.|It showed me what the job is about.]\n\nSee you soon at {company}. Until then I am \
         happy to prepare whatever is useful.",
        "I am glad to be joining {company}, and I thank you for the time that you gave me {when}. [{said}|I look \
         forward to hearing more about {topic}.|It helped me to decide.]\n\nPlease say hello to everyone I met. I \
         hope to see you in my first week.",
    ],
};

/// Thanks for an offer that comes too late. The answer to it follows in the withdrawal.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &[
        "Thank you for the offer",
        "Your offer[ for {role}] – thank you",
        "[The {job} offer|Your offer]",
    ],
    bodies: &[
        "Thank you very much for the offer. You will have my answer soon.\n\nPlease pass my thanks on to everyone \
         who had a part in it.",
        "I have received your offer, and I thank you for it. I will give you a clear answer shortly. It was good to \
         get to know {company}.\n\nMy regards to the people I met.",
        "Thank you for making me an offer. I appreciate your confidence, and I will write again shortly with my \
         answer.\n\nPlease give my regards to everyone who took the time.",
    ],
};

/// Thanks for a no that comes after a signature elsewhere.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: &[
        "Thank you for letting me know",
        "[{job} role – thank you|Thank you for your answer]",
        "Thank you for considering me",
    ],
    bodies: &[
        "Thank you for telling me, and for the time that you gave me. [{said}|I enjoyed our talk about \
         {topic}.|{!unmet}I enjoyed our conversation.]\n\nI wish you and the team all the best, and I hope that we \
         meet again.",
        "I appreciate that you let me know. [{said}|It was good to talk about {topic}.|It was good to be \
         considered.]\n\nI would be happy to stay in touch, and I wish {company} well. Thank you for your time.",
        "Many thanks for the clear answer about {role}. [{said}|I will remember our talk about {topic}.|{!unmet}It \
         was good to meet you.]\n\nGood luck to you and the team, and thank you for considering me.",
    ],
};

/// Withdrawing where they have made an offer too: it is declined in the same letter.
pub(in crate::letters) const WITHDRAW_OFFERED: Wording = Wording {
    subjects: &[
        "My answer to your offer",
        "[Your {job} offer – my decision|Your offer – my decision]",
        "Your offer, with thanks",
    ],
    bodies: &[
        "Thank you very much for your offer. I have accepted another position, so I must decline it and withdraw my \
         application for {role}.\n\nIt was not an easy choice. I am grateful for your confidence and for \
         everybody’s time, and I hope that we meet again.",
        "I have signed with another company, so I will not be taking up your offer for {role}, and I withdraw from \
         the process.\n\nI liked what I saw of {company}, and the offer meant a lot. Thank you for everything.",
        "I have taken another position and do not want to hold up your search, so I must decline your offer for \
         {role}.\n\nIt was a hard choice, and I am grateful to you[, not least for our talk about {topic}]. I wish \
         you and {company} well.",
    ],
};
