//! What is written once there is an answer: a no, or an offer.

use super::Wording;

/// Thanks for a no. It blames nobody, and it leaves the door open.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: &[
        "Thank you for letting me know",
        "{role_up}: thank you all the same",
        "Thank you for considering me",
    ],
    bodies: &[
        "Thank you for telling me, and for the time that you and your colleagues gave me. Of course I would have liked \
         {role}. [{said}|I was glad to talk about {topic} in any case.|I was glad to get to know you in any \
         case.]\n\nIf something fitting comes up later, I would be happy to hear from you. Good luck to whoever \
         starts.",
        "I am sorry that it did not work out, but grateful for the clear answer. [{said}|The conversation about {topic} \
         alone was worth it for me.|The process was a fair one.]\n\nMy interest in {company} stays. Please keep me in \
         mind for another time. If you have one piece of advice for me, I would value it, and if not, that is fine as \
         well.",
        "That is a pity for me, and I thank you for letting me know. I know how much work goes into such a choice. \
         [{said}|I will remember our talk about {topic} with pleasure.|I came away with a good opinion of the people at \
         {company}.]\n\nI would apply again, and I hope that we stay in touch.",
        "Many thanks for your message and for considering me for {role}. [{said}|I especially appreciated our \
         talk about {topic}.|I appreciated the conversation.]\n\nShould circumstances change, I would be \
         pleased to talk again. I wish the whole team every success.",
    ],
};

/// Thanks for an offer.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &["Thank you for the offer", "Your offer: thank you", "{role_up}: thank you for the offer"],
    bodies: &[
        "Thank you for the offer; I am very pleased. I would like to read everything with care and will give you my \
         answer [{deadline}|within the next days]. [{?spoken_offer}Could you also send it to me in writing?]\n\nA few \
         details I would like to understand first. May I ask you about them by email, or would you prefer to talk?",
        "What good news, thank you. {role_up} at {company} is what I hoped for. [{?spoken_offer}Once I have the terms \
         on paper, I|I] will go through them and be back with you [{deadline}|shortly].\n\nShould I have questions on \
         the way, whom may I turn to?",
        "I am grateful for the trust that you put in me with this offer. Please give me some days to think it through \
         properly; you will hear from me [{deadline}|soon]. [{?spoken_offer}May I ask for a written version until \
         then?]\n\nMy thanks also to everyone whom I met on the way here. I look forward to talking about the details.",
    ],
};

/// Asking for an offer in writing.
pub(in crate::letters) const IN_WRITING: Wording = Wording {
    subjects: &["The offer in writing", "{role_up}: the terms in writing", "A written version of the offer"],
    bodies: &[
        "Thank you again for the offer. So that I can decide with everything in front of me, could you send it in \
         writing: pay and benefits, the start, the place, and how long it is open?\n\nI look forward to reading it.",
        "I was very glad to hear of it. Before I answer, I would like to see the terms on paper, the title and the \
         notice period included. Would that be possible in the next days?\n\nMany thanks for your help.",
        "As we discussed, you would like to have me for {role}, which makes me happy. A short letter or an email with \
         the main points would be enough for me to go on. When could I have it?\n\nThank you for taking care of this.",
    ],
};

/// Asking for more time.
pub(in crate::letters) const MORE_TIME: Wording = Wording {
    subjects: &["More time for my answer", "Your offer: a question about the date", "{role_up}: my answer"],
    bodies: &[
        "Thank you again for the offer, which I take very seriously. [You asked for my answer {deadline}.] To \
         decide well, I would be grateful for some more days[; could I answer {wanted}?|.]\n\nIf that makes things difficult \
         for you, please tell me openly, and we will find a way.",
        "I am thinking about your offer with great interest. There is another conversation that I would like to bring \
         to an end first, out of fairness to everybody. Would it be possible to move the date[ from {deadline_day} to {wanted_day}|[ from {deadline_day}] a little]?\n\nYou will not wait for me any longer than I need. Thank you for understanding.",
        "May I ask you for some patience? Your offer matters to me, and I want to say yes or no with a clear head. \
         [Instead of {deadline_day}, could I answer {wanted}?|A few days more would help me.]\n\nThank you for considering \
         it. I look forward to your reply.",
    ],
};

/// Telling another company that there is an offer.
pub(in crate::letters) const TELL_OTHERS: Wording = Wording {
    subjects: &["{role_up}: a change on my side", "News from me about {role}", "My situation, and {role}"],
    bodies: &[
        "I would like to be open with you: I have received an offer from another company[ and am to answer {deadline}]. \
         {role_up} with you interests me very much, which is why I am writing.\n\nIs there a chance that you can tell \
         me where I stand before then? If that is not possible, I understand. Thank you.",
        "Something has changed on my side. Elsewhere I have been offered a position[, and they wait for my answer \
         {deadline}]. I would rather not decide without knowing whether {company} is still an option.\n\nCould you give \
         me an idea of your timing? I am grateful for whatever you can say.",
        "Fairness goes both ways, so you should know: an offer has reached me[; I have time for it {until}]. My interest \
         in {company} is unchanged. Would it help if I came in for the remaining talks earlier?\n\nMany thanks for a \
         short word on what is possible.",
    ],
};

/// Withdrawing, since another offer is signed.
pub(in crate::letters) const WITHDRAW: Wording = Wording {
    subjects: &["Withdrawing my application", "{role_up}: I withdraw", "My application for {role}"],
    bodies: &[
        "I have accepted another position and would like to withdraw my application for {role}. Thank you for the time \
         that all of you have given me; I enjoyed our conversations.\n\nI wish you a good choice, and I hope that we meet \
         again.",
        "Today I have to give you a no of my own. I have signed elsewhere, so please take me off the list for {role}. \
         It was not an easy decision, since I liked what I saw of {company}.\n\nThank you for everything. I would be \
         glad to stay in touch.",
        "To save you time I am letting you know right away: I have decided for another offer and step back from the \
         process. I am grateful for the friendly way in which you dealt with me[ and for our talk about \
         {topic}].\n\nAll the best for {company} and for the person who takes the job.",
    ],
};

/// Declining an offer.
pub(in crate::letters) const DECLINE: Wording = Wording {
    subjects: &["Your offer", "{role_up}: my decision", "My answer to your offer"],
    bodies: &[
        "Thank you very much for the offer and for your patience. After much thought I have decided not to accept it. \
         The reason is not the people; I enjoyed every conversation.\n\nI hope that you soon find the right person, and \
         that our paths cross again.",
        "I have taken my time, and now I want to be clear: I will not take up {role}. It was a close call, and I am \
         grateful that you wanted me.\n\nI wish {company} every success and would be happy to stay in contact.",
        "It is hard for me to write this, since I felt welcome with you from the start. Still, another path fits me \
         better at the moment, so I decline your offer with thanks.\n\nPlease give my regards to everyone I met. I hope \
         to see you again one day.",
    ],
};

/// Accepting an offer.
pub(in crate::letters) const ACCEPT: Wording = Wording {
    subjects: &["I accept", "{role_up}: yes", "Your offer: I gladly accept"],
    bodies: &[
        "I accept your offer for {role} with pleasure. Thank you for your trust[{?spoken_offer}; I will sign as soon as \
         I have the contract|; the signed papers follow].\n\nPlease tell me what you need from me before the first day. \
         I look forward to working with you.",
        "Yes, gladly. I have read the terms and agree to them[{?spoken_offer}, as you described them]. My thanks go to \
         you and to everyone who had a part in it.\n\nWhat are the next steps, and when shall I be where? I am looking \
         forward to it.",
        "It is with great joy that I say yes to {company}. Thank you for making the way here such a pleasant \
         one.\n\nIf there are papers to prepare or people to meet before I begin, let me know, and I will see to it. I \
         am eager to start.",
    ],
};
