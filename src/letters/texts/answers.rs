//! What is written once there is an answer: a no, or an offer.

use super::Wording;

/// Thanks for a no. It blames nobody, and it leaves the door open.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: &[
        "Thank you for letting me know",
        "{role_up}: thank you for your message",
        "Thank you for considering me",
    ],
    bodies: &[
        "Thank you for telling me, and for the time you gave me. I would have liked to take on {role}. [{said}|I was still \
         glad to talk about {topic}.|I was still glad to be considered.]\n\nIf something suitable comes up later, I would \
         be happy to hear from you.",
        "I am sorry that it did not work out, but grateful that you told me. [{said}|It was good to talk about \
         {topic}.]\n\nI am still interested in {company}, so please keep me in mind. If you have any feedback for me, I \
         would welcome it.",
        "That is a disappointment, but thank you for letting me know. [{said}|I enjoyed our talk about {topic}.|I still \
         have a good impression of {company} as a place to work.]\n\nI would be glad to apply again, and I hope that we \
         stay in touch.",
        "Many thanks for your message and for considering me for {role}. [{said}|I especially appreciated our talk about \
         {topic}.|I appreciated the conversation.]\n\nIf another role comes up, I would be pleased to talk again. I wish \
         the whole team every success.",
    ],
};

/// Thanks for an offer.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &["Thank you for the offer", "Your offer: thank you", "{role_up}: thank you for the offer"],
    bodies: &[
        "Thank you for the offer; I am very pleased. I will read everything carefully and give you my answer \
         [{deadline}|in the next few days]. [{?spoken_offer}Could you also send it to me in writing?]\n\nWould you prefer \
         any questions by email or in a call?",
        "What good news, thank you. {role_up} at {company} is what I was hoping for. [{?spoken_offer}Once I have the terms \
         in writing, I will go through them|I will go through the terms] and get back to you [{deadline}|shortly].\n\nIf I \
         have questions, who is the best person to ask?",
        "I am grateful for this offer. Please give me a few days to think it through; you will hear from me \
         [{deadline}|soon]. [{?spoken_offer}Could I have a written version before then?]\n\nPlease also thank everyone I \
         met. I look forward to talking about the details.",
    ],
};

/// Asking for an offer in writing.
pub(in crate::letters) const IN_WRITING: Wording = Wording {
    subjects: &["The offer in writing", "{role_up}: the terms in writing", "A written version of the offer"],
    bodies: &[
        "Thank you again for the offer. So that I can decide with everything in front of me, could you send it in writing, \
         with pay and benefits, start date, location, and how long it is open?\n\nI look forward to reading it.",
        "I was very glad to hear about the offer. Before I answer, could you send me the full terms, including the title \
         and the notice period?\n\nMany thanks for your help.",
        "I am very happy that you offered me {role}. An email with the main points would be enough for me to decide. When \
         might you be able to send it?\n\nThank you for taking care of this.",
    ],
};

/// Asking for more time.
pub(in crate::letters) const MORE_TIME: Wording = Wording {
    subjects: &["More time for my answer", "Your offer: a question about the date", "{role_up}: my answer"],
    bodies: &[
        "Thank you again for the offer, which I take very seriously. [You asked for my answer {deadline}.] I would be \
         grateful for a few more days[; could I answer {wanted}?|.]\n\nIf that is difficult for you, please tell me, and I \
         will do my best to decide sooner.",
        "I am giving your offer serious thought, and there is another conversation I would like to finish before I decide. \
         Would it be possible to move the date[ from {deadline_day} to {wanted_day}|[ from {deadline_day}] a little]?\n\nI \
         will let you know sooner if I can. Thank you for understanding.",
        "May I have a little longer to decide? Your offer matters to me, and I want to get this right. [Instead of \
         {deadline_day}, could I answer {wanted}?|A few extra days would help.]\n\nThank you for considering it. I look \
         forward to your reply.",
    ],
};

/// Telling another company that there is an offer.
pub(in crate::letters) const TELL_OTHERS: Wording = Wording {
    subjects: &["{role_up}: an update from me", "An update about {role}", "{role_up} and my timing"],
    bodies: &[
        "I would like to be open with you: I have received an offer from another company[ and have to answer {deadline}]. I \
         am still very interested in {role}, which is why I am writing.\n\nWould it be possible to tell me where I \
         stand[{?deadline} before then]? If not, I understand. Thank you.",
        "A quick update from me: I have been offered another position[ and asked to decide {deadline}]. I would rather not \
         do that without knowing whether {company} is still an option.\n\nCould you give me an idea of your timing? I would \
         be grateful for anything you can tell me.",
        "I wanted you to know that I have had an offer from elsewhere[, which is open {until}]. My interest in {company} is \
         unchanged, and I could do any remaining interviews sooner.\n\nCould you let me know what is possible? Many thanks.",
    ],
};

/// Withdrawing, since another offer is signed.
pub(in crate::letters) const WITHDRAW: Wording = Wording {
    subjects: &["Withdrawing my application", "{role_up}: my withdrawal", "My application for {role}"],
    bodies: &[
        "I have accepted another position and would like to withdraw my application for {role}. Thank you for your time and \
         for considering me.\n\nI hope that you find the right person, and that we meet again.",
        "I have signed with another company, so I can no longer be considered for {role}. It was not an easy decision, \
         since {company} appealed to me.\n\nThank you for everything. I would be glad to stay in touch.",
        "I wanted to let you know right away that I have taken another offer, so please take me out of the process for \
         {role}. I am grateful for the time you gave me[ and for our talk about {topic}].\n\nAll the best to you and to \
         {company}.",
    ],
};

/// Declining an offer.
pub(in crate::letters) const DECLINE: Wording = Wording {
    subjects: &["Your offer", "{role_up}: my decision", "My answer to your offer"],
    bodies: &[
        "Thank you very much for the offer. After a lot of thought I have decided not to accept it. I enjoyed our \
         conversations, so this was not easy.\n\nI hope that you soon find the right person, and that our paths cross \
         again.",
        "I have thought your offer over and decided to turn it down. It was a close decision, and I am grateful that you \
         chose me for {role}.\n\nI wish {company} every success and would be happy to stay in contact.",
        "This is a hard note to write. Thank you for the offer, but I am going in another direction and have to \
         decline.\n\nPlease pass my thanks on to everyone I met. I hope we stay in touch.",
    ],
};

/// Accepting an offer.
pub(in crate::letters) const ACCEPT: Wording = Wording {
    subjects: &["I accept", "{role_up}: I accept", "Accepting your offer"],
    bodies: &[
        "I am very happy to accept your offer for {role}. Thank you[{?spoken_offer}; I will sign as soon as I have the \
         contract].\n\nPlease tell me what you need from me before the first day. I look forward to working with you.",
        "Thank you, my answer is yes. I [{?spoken_offer}agree to the terms as you described them|have read the terms and \
         agree to them]. Please thank everyone involved.\n\nWhat are the next steps before the first day? I am looking \
         forward to it.",
        "I am delighted to accept, and I look forward to joining {company}. Thank you for your help along the way.\n\nIf \
         there is anything to fill in or prepare before I start, let me know and I will take care of it.",
    ],
};
