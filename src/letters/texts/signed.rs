//! What is written once an offer is signed: to the others, who are thanked and no longer courted, and to those who have
//! the signature.

use super::Wording;

/// Thanks to somebody of a company that was not chosen. That another one was is for the withdrawal to say.
pub(in crate::letters) const SETTLED: Wording = Wording {
    subjects: &["Thank you for {spoken}", "With thanks", "A thank-you from me"],
    bodies: &[
        "Thank you for {spoken}. [{said}|I enjoyed talking about {topic}.|It was time well spent.]\n\nI know that \
         interviews take time out of a busy week. I wish you and everyone at {company} well.",
        "I wanted to say thank you for {spoken}. [{said}|What we said about {topic} has stayed with me.|I came away knowing \
         more than I did before.]\n\nI appreciate the time you took. All the best to you and your colleagues.",
        "Here is a short note of thanks for {spoken}. [{said}|Talking about {topic} was a pleasure.|I am glad we \
         spoke.]\n\nI have a high opinion of {company}, and I am grateful that you made time for me.",
        "I am sincerely grateful for {spoken}. [{said}|I have thought about {topic} more than once since.|It gave me a good \
         deal to think about.]\n\nThank you for considering me. I hope that things go well for you and for your team.",
        "I really appreciated {spoken}. [{said}|I liked talking about {topic}.|I enjoyed it.]\n\nThank you for the \
         preparation you put into it. My best wishes to everyone there.",
        "I do not want to leave {spoken} without a thank-you. [{said}|I learned something when we got to {topic}.|I learned \
         something from it.]\n\nI hope we run into each other again. Until then, good luck with everything at {company}.",
    ],
};

/// Thanks to somebody of the company that was chosen.
pub(in crate::letters) const JOINING: Wording = Wording {
    subjects: &["Thank you, and see you soon", "Thank you for {spoken}", "Before I start: thank you"],
    bodies: &[
        "Now that it is settled, I would like to thank you for {spoken}. [{said}|I remember talking about {topic}.|I \
         enjoyed it.]\n\nI look forward to starting at {company}[{?recruiter}, and you had a large part in it|, and to \
         working with you].",
        "Thank you for your part in bringing me to {company}. [{said}|I have been thinking about {topic} since we \
         spoke.|Hearing more about the job made the choice easier.]\n\nI have signed, and I look forward to the first day. \
         If there is anything that I should read beforehand, please send it.",
        "I have said yes, and before I begin I want to thank you for {spoken}. [{said}|It was good to talk about \
         {topic}.|It was a good conversation.]\n\nI hope to see you again soon.",
        "I am grateful for {spoken}. [{said}|I found it useful to talk about {topic}.|It told me what I needed to \
         know.]\n\nThe papers are signed[{?recruiter}|, so the next time that we talk it will be as colleagues]. Thank you \
         for helping it along.",
        "With everything signed, this is the moment to say thank you for {spoken}. [{said}|I have kept our talk about \
         {topic} in mind.|It showed me what the job is about.]\n\nSee you soon at {company}. Until then I am happy to \
         prepare whatever is useful.",
        "I am glad to be joining {company}, and I thank you for the time that you gave me {when}. [{said}|I look forward \
         to hearing more about {topic}.|It helped me to decide.]\n\nPlease say hello to everyone I met. I hope to see you \
         in my first week.",
    ],
};

/// Thanks for an offer that comes too late. The answer to it follows in the withdrawal.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &["Thank you for the offer", "Your offer: thank you", "{role_up}: thank you for the offer"],
    bodies: &[
        "Thank you very much for the offer. You will have my answer [{deadline}|in the next few days].\n\nPlease pass my \
         thanks on to everyone who had a part in it.",
        "I have received your offer, and I thank you for it. I will give you a clear answer [{deadline}|shortly]; it was \
         good to get to know {company}.\n\nMy regards to the people I met.",
        "Many thanks for making me an offer. It means a lot to me. I will not keep you waiting for my reply[; you will have \
         it {deadline}].\n\nI appreciate the time that all of you put into this.",
    ],
};

/// Thanks for a no that no longer hurts.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: super::answers::REJECTION.subjects,
    bodies: &[
        "Thank you for letting me know, and for the time that you and your colleagues gave me. [{said}|I was glad to talk \
         about {topic}.|I was glad to get to know you.]\n\nI wish you and whoever starts every success, and I hope that \
         we meet again.",
        "I appreciate that you let me know. [{said}|It was good to talk about {topic}.|It was good to be \
         considered.]\n\nI would be happy to stay in touch, and I wish {company} well. Thank you for your time.",
        "Many thanks for the clear answer about {role}. [{said}|I will remember our talk about {topic}.|I will remember our \
         talk.]\n\nGood luck to you and the team, and thank you for considering me.",
    ],
};

/// Withdrawing where they have made an offer too: it is declined in the same letter.
pub(in crate::letters) const WITHDRAW_OFFERED: Wording = Wording {
    subjects: &["My answer to your offer", "{role_up}: my withdrawal", "Your offer, with thanks"],
    bodies: &[
        "Thank you very much for your offer. I have accepted another position, so I decline it and withdraw my \
         application for {role}.\n\nIt was not an easy choice. I am grateful for your confidence and for everybody’s time, \
         and I hope that we meet again.",
        "I have signed with another company, so I have to turn down your offer and withdraw from the process for \
         {role}.\n\n{company} appealed to me, and the offer meant a lot. Thank you for everything.",
        "I have taken another job and do not want to hold up your search, so I am declining your offer and withdrawing my \
         application for {role}.\n\nIt was a hard choice, and I am grateful to you. [It was good to talk about {topic}. \
         ]All the best to you and to {company}.",
    ],
};
