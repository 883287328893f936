//! What goes to the agency recruiter through whom an opportunity came. They know the company, and pass on what they are
//! told; so these speak of the company, not to it.

use super::Wording;

const SUBJECTS: &[&str] =
    &["[{company} – {job}, an update from me|{company} – an update from me]", "About {company}[, {job}]"];

/// Asking where things stand.
pub(in crate::letters) const FOLLOW_UP: Wording = Wording {
    subjects: &["[{company} – {job}, any news?|{company} – any news?]", "The next steps at {company}"],
    bodies: &[
        "[{?thanks}Thank you for your help with the interview {when}. ]Have you heard anything from {company} about \
         {role}? [{?was_due}I understood that there would be news {was_due}.] I am still very interested[, and I \
         think {skill} would be useful to them]. [{skill_said}] [You might also tell them one thing I forgot to \
         mention, which is {missed}.]\n\nIf they need anything from me, please tell me.",
        "[{?thanks}Thank you again for arranging the interview {when}. ]I am writing about {role} at {company}. I \
         would still very much like to work there. [If it helps, please remind them that I would bring \
         {skill}.|{skill_said}] [I would also like them to know one more fact, which is {missed}.]\n\nCould you \
         find out how far they are, or whether the timing has changed? Many thanks.",
    ],
};

/// The last question.
pub(in crate::letters) const LAST_FOLLOW_UP: Wording = Wording {
    subjects: &["[{company} – the {job} role|{company} – still open?]", "Once more about {company}"],
    bodies: &[
        "I asked you [{asked}|a while ago] about {role} at {company} and wanted to check in once more. Is it still \
         open, as far as you know? I am still interested.\n\nIf they have chosen someone else, a short word would \
         be very welcome. And if you have something similar, I would be glad to hear about it.",
        "Is there any sign from {company} about {role}? I know that these things take time, and I would be glad to \
         go on.\n\nIf it has gone another way, please tell me, and let us talk about what else might fit. Thank you \
         for your help.",
    ],
};

/// Thanks for a no that they passed on.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: &["[{company} – {job}, thank you|{company} – thank you]", "Your news from {company}"],
    bodies: &[
        "Thank you for letting me know, and for all your help with {company}. I am disappointed, of course, but I \
         was glad of the chance. If they gave any feedback, I would like to hear it.\n\nI would be happy to be put \
         forward for something else that fits.",
        "I appreciate that you told me. [{?interviewed}Please thank everyone I met at {company}.|Please pass on my \
         thanks to {company}.]\n\nLet us stay in touch. If another role comes up, I would be pleased to hear from \
         you.",
    ],
};

/// Thanks for an offer that they brought.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &[
        "The offer from {company} – thank you",
        "[{company} – the {job} offer|{company} – the offer]",
    ],
    bodies: &[
        "Thank you for bringing me the offer from {company}. I am delighted; please tell them so. \
         [{?spoken_offer}Could you ask them to send it in writing?|I will read everything carefully.]\n\nI will \
         come to you with any questions.",
        "What good news, thank you. Please pass my thanks on to {company}. [{?spoken_offer}Once I have the details \
         in writing|Once I have been through the details], I will come back to you.\n\nIs there anything that you \
         would want me to look at closely?",
    ],
};

/// Asking for an offer in writing.
pub(in crate::letters) const IN_WRITING: Wording = Wording {
    subjects: &["The offer from {company} in writing", "[{company} – the {job} offer|{company} – the offer]"],
    bodies: &[
        "Thank you again for the offer from {company}. Could you get it for me in writing, with pay, benefits, \
         start date, and how long it is open?\n\nI look forward to reading it.",
        "Before I answer {company}, I would like to have the whole offer in front of me. Could they email it to you \
         or to me? Pay, benefits, title and start date are what I most need to see.\n\nMany thanks.",
    ],
};

/// Asking for more time.
pub(in crate::letters) const MORE_TIME: Wording = Wording {
    subjects: &["More time for my answer to {company}", "[{company} – the date for my answer|My answer]"],
    bodies: &[
        "I want to give the offer from {company} the thought it deserves. [They asked for my answer {deadline}.] \
         Could you ask whether I may have [until {wanted_day}|a few more days]?\n\nIf that is difficult for them, \
         please tell me, and I will answer in time. Thank you.",
        "May I have a little longer to decide about {company}? [[Instead of {deadline_day}, I|I] would like to \
         answer {wanted}.|A few extra days would help me.]\n\nPlease tell them that I am glad of the offer and want \
         to be sure. Thank you for passing this on.",
    ],
};

/// Telling of an offer from another company.
pub(in crate::letters) const TELL_OTHERS: Wording = Wording {
    subjects: SUBJECTS,
    bodies: &[
        "I wanted to tell you that I have received an offer from another company[ and have to answer {deadline}]. I \
         am still very interested in {role} at {company}.\n\nCould you tell them, and ask [whether the conversation on \
         {late_round} can be earlier|where I stand[{?deadline} before then]]? Thank you.",
        "A short update from me. [I have been offered another position and asked to decide {deadline}.|I have \
         received another offer.] Before I answer, I would like to know how things look at {company}.\n\nCould you \
         find out for me[, and ask whether our conversation on {late_round} could be earlier]? I would be grateful \
         for anything you can tell me.",
    ],
};

/// Withdrawing.
pub(in crate::letters) const WITHDRAW: Wording = Wording {
    subjects: &[
        "[{company} – withdrawing my application|Withdrawing my application]",
        "{company}[, {job}] – my decision",
    ],
    bodies: &[
        "[{?signed_elsewhere}I have accepted another position|I have decided that {role} is not the right match for \
         me], so please withdraw my application at {company}. Thank you for putting me forward.\n\nPlease give them \
         my thanks. I would be glad to stay in touch.",
        "Could you let {company} know that I am withdrawing from the process for {role}? [{?signed_elsewhere}I have \
         signed with another company.|I have thought about it carefully, and my plans are moving in another \
         direction.]\n\nI am grateful for your help, and I hope that we work together another time.",
    ],
};

/// Declining an offer.
pub(in crate::letters) const DECLINE: Wording = Wording {
    subjects: &[
        "The offer from {company} – my decision",
        "[{company} – the {job} offer|{company} – the offer]",
    ],
    bodies: &[
        "Thank you for the offer from {company} and for your help with it. After a lot of thought I have decided \
         not to accept it.\n\nPlease give them my sincere thanks. I would be glad to hear from you again about \
         other roles.",
        "I have thought the offer over, and I will not be taking it up. It was a close decision, and {company} was \
         very fair with me.\n\nWould you pass that on, with my thanks? And thank you for everything you did.",
    ],
};

/// Accepting an offer; one that is only spoken waits for the paper.
pub(in crate::letters) const ACCEPT: Wording = Wording {
    subjects: &["The offer from {company} – yes", "[{company} – the {job} offer|{company} – the offer]"],
    bodies: &[
        "[{?spoken_offer}I would like to accept the offer from {company}. Could you have it sent to me in writing? \
         As soon as I have read it, I will confirm.|I am very happy to accept the offer from {company}[ of \
         {written}]. Please tell them so.]\n\nThank you for all your help. What happens next?",
        "[{?spoken_offer}My answer to {company} would be yes, and I will make it final once I have the contract in \
         hand. Please ask them to send it.|My answer to {company} is yes. I have read the offer[ of {written}] \
         carefully and am glad to accept it.]\n\nPlease let me know what they need from me. Thank you for making \
         this happen.",
    ],
};
