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
         interviews take hours out of a busy week, and I appreciate it. [{?announce}I would be happy to stay in \
         touch on LinkedIn.]",
        "I wanted to tell you how much I valued your time {when}, and to thank you for it. [{said}|What we said on {topic} has \
         stayed with me.|I came away knowing more than I did before.] My best wishes to you and your colleagues. \
         [{?announce}May I connect with you on LinkedIn?]",
        "A short note of thanks, now that we have met. [{said}|Going into {topic} with you was a pleasure.|I am glad \
         we spoke {when}.]\n\nI have a high opinion of {company}, and I am grateful that you made room for me. \
         [{?announce}If you agree, I will add you on LinkedIn.]",
        "I am sincerely grateful to you. [{said}|I have thought of {topic} more than once since we met.|Our talk \
         gave me a good deal to think about.] Thank you for considering me. [{?announce}I plan to send you a \
         LinkedIn request, with your permission.]",
        "I really appreciated our talk {when}. [{said}|I liked hearing how you see {topic}.|It was \
         enjoyable.]\n\nThank you for the care that went into it. Please say hello to everyone there. \
         [{?announce}We could be in touch on LinkedIn, if you like.]",
        "I do not want to stay silent after our meeting {when}. [{said}|I learned something when we got to \
         {topic}.|I learned something from it.] You gave me plenty of room to talk, and I thank you for that. \
         [{?announce}I would be glad to stay connected on LinkedIn.]",
        "Thank you for the part you had in my interview {when}. [{said}|I was glad that {topic} came up.|I felt \
         welcome.]\n\nPlease pass my thanks on to the others. [{?announce}A request on \
         LinkedIn will follow, if that suits you.]",
        "Many thanks for seeing me {when}. [{said}|Your view of {topic} was a fresh one.|It was open and friendly.] I \
         hope that your week goes well. [{?announce}Perhaps we can be in contact on LinkedIn.]",
        "You gave me more of your day than I had expected, and I am thankful. [{said}|The part on {topic} alone was worth it.|Nothing about it felt like an exam.] May you soon find the right person. \
         [{?announce}I may send you a LinkedIn request, if that is fine with you.]",
        "Thanks are due for the interview {when}. [{said}|You made {topic} easy to follow.|You asked good \
         questions.]\n\nWhatever comes next, it was a pleasant meeting. [{?announce}If you use LinkedIn, let us connect there.]",
    ],
};

/// The same, to somebody met for a moment.
pub(in crate::letters) const SETTLED_BRIEF: Wording = Wording {
    subjects: &[
        "Good to [{?again}see|meet] you[ – {job}]",
        "[{job} interview – a quick thank-you|A quick thank-you]",
        "Thanks for a few minutes {when}[ – {job}]",
        "Thanks for the welcome[ – {job} interview]",
        "[Thanks for saying hello – {job}|Thanks for saying hello]",
        "[A short thank-you – {job}|A short thank-you]",
        "Our few words {when}[ – {job}]",
        "[The {job} interview – many thanks|Many thanks]",
    ],
    bodies: &[
        "It was good to [{?again}see you again|meet you] {when}, if only briefly. [{said}|I enjoyed \
         our quick word on {topic}.] Even so short a chat deserves a word of thanks. [{?announce}Are you on LinkedIn, too? I will look for you \
         there.]",
        "Thank you for the few minutes {when}. [{said}|I liked your words on {topic}.] I hope that the rest of the \
         day was not too full. [{?announce}A LinkedIn request from me is on its way, with your leave.]",
        "We only had a moment {when}, so this is my proper thank-you. [{said}|We even got to {topic}.] It was kind of \
         you to come by. [{?announce}Shall we keep in contact through LinkedIn?]",
        "Your welcome {when} made the interview easier, and I am grateful for that. [{said}|I remember what you told \
         me about {topic}.] All good things to you. [{?announce}I hope you do not mind if I add you on LinkedIn.]",
        "Thanks for saying hello {when}. [{said}|I would have liked more time for {topic}.] Everyone at {company} was \
         friendly, you among the first. [{?announce}Connecting on LinkedIn would be nice.]",
        "I was pleased that we met {when}, and I appreciated your time. [{said}|You put {topic} very well.] Perhaps \
         our paths cross again. [{?announce}You will find a request of mine on LinkedIn.]",
        "This is only to thank you for our few words {when}, which told me a good deal about {company}. [{said}|I had not heard {topic} put like that.] [{?announce}With your permission, I will send you an invitation on \
         LinkedIn.]",
        "Many thanks for looking in {when}. [{said}|It was a nice surprise to get to {topic}.] Please greet the \
         others from me. [{?announce}Would a LinkedIn request from me be welcome?]",
    ],
};

/// The same, to somebody who was not there.
pub(in crate::letters) const SETTLED_UNMET: Wording = Wording {
    subjects: &[
        "[Thank you – {job} interview|Thank you for the interview]",
        "[My {job} interview {when}|My interview {when}]",
        "With thanks[ – {job} interview]",
    ],
    bodies: &[
        "We have not met, but I would like to thank you for the [{?recruiter}interview that you arranged|time that \
         your team took for me] {when}. I know how much work goes into it.\n\nI wish you and your colleagues well. \
         [{?announce}May I connect with you on LinkedIn?]",
        "I had my interview {when}, and I am grateful to you for [{?recruiter}making it possible|considering me]. \
         Everyone I met was friendly and well prepared.\n\nPlease thank them on my behalf. [{?announce}I would be \
         happy to stay in touch on LinkedIn.]",
        "Thank you for the chance to get to know {company} {when}. I have a high opinion of what I saw, and I \
         appreciate that you [{?recruiter}set it up|made room for me].\n\nI hope that our paths cross again. \
         [{?announce}If you agree, I will add you on LinkedIn.]",
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
         {topic}.|{!unmet}I enjoyed it.]\n\nI look forward to starting at {company}[{?recruiter}, and you had a large part \
         in it|, and to working with you].",
        "Thank you for your part in bringing me to {company}. [{said}|I have been thinking about {topic} since we \
         spoke.|Hearing more about the job made the choice easier.]\n\nI have signed, and I look forward to the \
         first day. If there is anything that I should read beforehand, please send it.",
        "I have said yes, and before I begin I want to thank you for {spoken}. [{said}|It was good to talk about \
         {topic}.|{!unmet}It was a good conversation.]\n\nI hope to [{?unmet}meet you|see you again] soon.",
        "I am grateful for {spoken}. [{said}|I found it useful to talk about {topic}.|It told me what I needed to \
         know.]\n\nThe papers are signed[{?recruiter}|{?unmet}, so we will meet as colleagues|, so the next time that we talk it will be as colleagues]. \
         Thank you for helping it along.",
        "With everything signed, this is the moment to say thank you for {spoken}. [{said}|I have kept our talk \
         about {topic} in mind.|It showed me what the job is about.]\n\nSee you soon at {company}. Until then I am \
         happy to prepare whatever is useful.",
        "I am glad to be joining {company}, and I thank you for the time that [{?unmet}your team|you] gave me {when}. [{said}|I look \
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
         was good to meet you.]\n\nGood luck to you and the team in finding the right person.",
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
