//! What is written once an offer is signed: to the others, who are thanked and no longer courted, and to those who have
//! the signature.

use super::Wording;

/// Thanks to somebody of a company that was not chosen. That another one was is for the withdrawal to say.
pub(in crate::letters) const SETTLED: Wording = Wording {
    subjects: &["Thank you for {spoken}", "With thanks", "A thank-you from me"],
    bodies: &[
        "Thank you for {spoken}. [{said}|I enjoyed talking about {topic}.|It was time well spent.]\n\nI know that these \
         rounds take time out of a full week, and I did not want yours to go by without a word. I wish you and everyone \
         at {company} well.",
        "I wanted to say thank you for {spoken}. [{said}|What we said about {topic} has stayed with me.|I came away \
         knowing more than I did before.]\n\nThat is worth a line of its own, whatever comes of the rest. All the best \
         to you and your colleagues.",
        "Here is a short note of thanks for {spoken}. [{said}|The part about {topic} was a high point.|I am glad that it \
         came about.]\n\nI think well of {company} and of the people I got to know on the way, and I am grateful that \
         you made room for me in your day.",
        "Please take this as a sincere thank-you for {spoken}. [{said}|I have thought about {topic} more than once \
         since.|It gave me a good deal to think about.]\n\nBeing considered meant something to me. I hope that things go \
         well for you and for your team.",
        "I appreciated {spoken}, and I would like you to know it. [{said}|I could have listened to more about \
         {topic}.|I enjoyed it more than I had expected.]\n\nGetting ready for such a talk is work that is easily \
         overlooked, so thank you for that as well. My best wishes to everyone there.",
        "I owe you a thank-you for {spoken}, and here it is. [{said}|I learned something when we got to {topic}.|I \
         learned something from it.]\n\nIn this line of work people tend to run into each other again, and it would be \
         a pleasure. Until then, good luck with everything you have planned at {company}.",
    ],
};

/// Thanks to somebody of the company that was chosen.
pub(in crate::letters) const JOINING: Wording = Wording {
    subjects: &["Thank you, and see you soon", "Thank you for {spoken}", "Before I start: thank you"],
    bodies: &[
        "Now that it is settled, I would like to thank you for {spoken}. [{said}|Our talk about {topic} was one of the \
         reasons that I said yes.|It was one of the reasons that I said yes.]\n\nI look forward to starting at \
         {company}[{?recruiter}, and you had a large part in it|, and to working with you].",
        "Thank you for your part in bringing me to {company}. [{said}|I have been thinking about {topic} since we \
         spoke.|Hearing more about the job made the choice easier.]\n\nI have signed, and I am counting the days. If there \
         is anything that I should read before the first one, please send it.",
        "I have said yes, and before I begin I want to thank you for {spoken}. [{said}|I hope that we can pick up {topic} \
         where we left it.|I remember it with pleasure.]\n\nIt will be good to see you again, this time with a desk of \
         my own.",
        "I am grateful for {spoken}. [{said}|The way you talked about {topic} made me want to be there.|It told me what \
         I needed to know.]\n\nThe papers are signed[{?recruiter}|, so the next time that we talk it will be as \
         colleagues]. Thank you for helping it along.",
        "With everything signed, this is the moment to say thank you for {spoken}. [{said}|I keep thinking about {topic}, \
         now as something to work on.|You helped me see what the job is about.]\n\nSee you soon at {company}. Until \
         then I am happy to prepare whatever is useful.",
        "I am glad to be joining {company}, and I thank you for the time that you gave me {when}. [{said}|I look forward \
         to hearing more about {topic}.|It helped me to decide.]\n\nPlease say hello to everyone I met. I hope to see \
         you in my first week.",
    ],
};

/// Thanks for an offer that comes too late. The answer to it follows in the withdrawal.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &["Thank you for the offer", "Your offer: thank you", "{role_up}: thank you for the offer"],
    bodies: &[
        "Thank you for the offer, and for the trust that it shows. You will have my answer [{deadline}|in the next \
         days].\n\nPlease pass my thanks on to everyone who had a part in it.",
        "I have received your offer, and I thank you for it. I will give you a clear answer [{deadline}|shortly]; it was \
         good to get to know {company}.\n\nMy regards to the people I met.",
        "Many thanks for making me an offer. It means a lot to be wanted. I will not keep you waiting for my \
         reply[; you will have it {deadline}].\n\nI appreciate the time that all of you put into this.",
    ],
};

/// Thanks for a no that no longer hurts.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: super::answers::REJECTION.subjects,
    bodies: &[
        "Thank you for letting me know, and for the time that you and your colleagues gave me. [{said}|I was glad to talk \
         about {topic}.|I was glad to get to know you.]\n\nI wish you and whoever starts every success, and I hope that \
         we meet again.",
        "I appreciate that you wrote to me. [{said}|The conversation about {topic} was worth it in itself.|The \
         conversation was worth it in itself.]\n\nThere are no hard feelings on my side. I would be happy to stay in \
         touch, and I wish {company} well.",
        "Many thanks for the clear answer about {role}. [{said}|I will remember our talk about {topic}.|I will remember \
         our talk.]\n\nGood luck to you and the team with everything that you have planned, and thank you for having me.",
    ],
};

/// Withdrawing where they have made an offer too: it is declined in the same letter.
pub(in crate::letters) const WITHDRAW_OFFERED: Wording = Wording {
    subjects: &["My answer to your offer", "{role_up}: I withdraw", "Your offer, with thanks"],
    bodies: &[
        "Thank you very much for your offer. I have accepted another position, so I decline it and withdraw my \
         application for {role}.\n\nIt was not an easy choice. I am grateful for your confidence and for everybody’s \
         time, and I hope that we meet again.",
        "You deserve a quick answer to your offer: I have signed elsewhere and will not take it up. Please take me off \
         the list for {role}.\n\nI liked what I saw of {company}, and it meant a lot to be wanted there. Thank you for \
         everything.",
        "I have decided for another job, and I do not want to hold up your search for {role}. So please give your offer to \
         somebody else, with my thanks.\n\nYou made it a hard choice. [I will remember our talk about {topic} with \
         pleasure. ]All the best to you and to {company}.",
    ],
};
