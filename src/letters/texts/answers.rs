//! What is written once there is an answer: a no, or an offer.

use super::Wording;

/// Thanks for a no. It blames nobody, and it leaves the door open.
pub(in crate::letters) const REJECTION: Wording = Wording {
    subjects: &[
        "Thank you for letting me know",
        "[{job} role – thank you for your answer|Thank you for your answer]",
        "Thank you for considering me[ – {job}]",
    ],
    bodies: &[
        "Thank you for letting me know, and for [{?interviewed}the time that you and the team gave me|considering \
         my application]. I am disappointed, of course, but I [{!unmet}enjoyed our conversation[ about {topic}]|was \
         glad of the chance]. [{said}]\n\nIf something suitable comes up later, I would be happy to hear from you.",
        "I appreciate that you let me know. [{said}|I was glad of the chance to talk about {topic}.|I was glad of \
         the chance to get to know {company}.]\n\nI would like to stay in touch, and I would be pleased to be \
         considered for another role. If you have any feedback for me, it would be very welcome.",
        "Thank you for your answer about {role}. It is not the one I had hoped for, but I like[{?interviewed}d the \
         people and the work| what I know of {company}][, and our talk about {topic} will stay with me]. \
         [{said}]\n\nPlease keep me in mind for the future. I wish you and the whole team all the best.",
        "Thank you for the clear answer, and for considering me for {role}. [{said}|I liked talking about \
         {topic}.|{!unmet}It was good to meet you.]\n\nShould another opening fit, I would be pleased to \
         [{?interviewed}talk again. My regards to everyone I met|hear from you].",
    ],
};

/// Thanks for an offer. It says no yes yet, and it names no day that more time may have to be asked for.
pub(in crate::letters) const ACKNOWLEDGE: Wording = Wording {
    subjects: &[
        "[Thank you for the {job} offer|Thank you for the offer]",
        "Your offer[ for {role}] – thank you",
        "The offer from {company}",
    ],
    bodies: &[
        "Thank you for the offer; I am delighted. [{?spoken_offer}Could you send it to me in writing as well, so \
         that I can read it all at leisure?|I will read everything carefully.]\n\nIf questions come up, would you \
         prefer them by email or in a call?",
        "What good news, thank you. I am very pleased that you would like to have me on the team. \
         [{?spoken_offer}Once I have the details in writing|Once I have been through the details], I will come back \
         to you.\n\nWho is the best person to ask if anything is unclear?",
        "Thank you very much for offering me {role}. I am very happy about it and would like to give it proper \
         thought. [{?spoken_offer}It would help me to have the offer in writing.]\n\nPlease pass my thanks on to \
         everyone I met. I look forward to talking about the details.",
    ],
};

/// Asking for an offer in writing.
pub(in crate::letters) const IN_WRITING: Wording = Wording {
    subjects: &[
        "[The {job} offer in writing|The offer in writing]",
        "A written version of your offer",
        "[{job} offer – the details|Your offer – the details]",
    ],
    bodies: &[
        "Thank you again for the offer. Could you send me the full offer in writing, including pay, benefits, start \
         date, and how long it is open?\n\nI look forward to reading it.",
        "I was very glad to hear about the offer. Before I answer, I would like to read it in full. Could you email \
         it to me, with pay and benefits, title, working hours and start date?\n\nMany thanks for your help.",
        "Thank you for the offer; I was very pleased. Could you put it in writing for me, when you have a moment? \
         Pay, benefits, place of work and start date are what I most need to see.\n\nThat would help me a great deal.",
    ],
};

/// Asking for more time. That there are others is not their affair.
pub(in crate::letters) const MORE_TIME: Wording = Wording {
    subjects: &[
        "[More time for my answer – {job}|More time for my answer]",
        "Your offer – a question about the date",
        "[The date for my answer – {job}|The date for my answer]",
    ],
    bodies: &[
        "Thank you again for the offer. I want to give it the thought it deserves. [You asked for my answer \
         {deadline}.] Would it be possible to have [until {wanted_day}|a few more days]?\n\nIf that is difficult \
         for you, please tell me, and I will answer in time.",
        "I am giving your offer serious thought, and I want to be sure when I answer. Could we move the date [[from \
         {deadline_day} ]to {wanted_day}|[from {deadline_day} ]by a few days]?\n\nI will let you know sooner if I \
         can. Thank you for understanding.",
        "May I have a little longer to decide? Your offer matters to me, and I would like to think it through \
         properly. [[Instead of {deadline_day}, could|Could] I answer {wanted}?|A few extra days would help \
         me.]\n\nThank you for considering it.",
    ],
};

/// Telling another company that there is an offer.
pub(in crate::letters) const TELL_OTHERS: Wording = Wording {
    subjects: &[
        "[{job} role – an update from me|An update from me]",
        "[My timing – {job}|My timing]",
        "[An update about {role}|A change on my side]",
    ],
    bodies: &[
        "I would like to be open with you. I have received an offer from another company[ and have to answer \
         {deadline}]. I am still very interested in {role}, which is why I am writing.\n\n[Could our conversation on \
         {late_round} be earlier, or could you tell me where I stand before then?|Could you tell me where I \
         stand[{?deadline} before then]?] If that is not possible, I understand. Thank you.",
        "A short update from me. [I have been offered another position and asked to decide {deadline}.|I have \
         received another offer.] Before I answer, I would like to know whether {company} is still an option, \
         because I would very much like it to be.\n\n[We planned to talk on {late_round}. Is an earlier day \
         possible? I would make time whenever it suits you.|Could you give me an idea of your timing? I would be \
         grateful for anything you can tell me.]",
        "I wanted you to know that another company has made me an offer[, which is open {until}]. My interest in \
         {company} is unchanged, and I could make time [for our conversation of {late_round} sooner|for any \
         remaining interviews at short notice].\n\nCould you let me know what is possible? Many thanks.",
    ],
};

/// Withdrawing, since another offer is signed.
pub(in crate::letters) const WITHDRAW: Wording = Wording {
    subjects: &[
        "[Withdrawing my application – {job}|Withdrawing my application]",
        "[{job} role – a change on my side|A change on my side]",
        "My application for {role}",
    ],
    bodies: &[
        "I have accepted another position and would like to withdraw my application for {role}. Thank you for your \
         time and for considering me.\n\nI hope that you find the right person, and that we meet again.",
        "I have signed with another company, so I can no longer be considered for {role}. It was not an easy \
         decision, since I liked what I saw of {company}.\n\nThank you for everything. I would be glad to stay in \
         touch.",
        "I wanted to let you know right away that I have accepted another offer, and that I am withdrawing from the \
         process for {role}. I am grateful for the time you gave me[ and for our talk about {topic}].\n\nAll the \
         best to you and to {company}.",
    ],
};

/// Withdrawing where nothing is signed: it is not the right job.
pub(in crate::letters) const WITHDRAW_UNSIGNED: Wording = Wording {
    subjects: &[
        "[My application – {job}|My application]",
        "[{job} role – withdrawing my application|Withdrawing from the process]",
    ],
    bodies: &[
        "Thank you for the time you have given me. After some thought I have decided to withdraw my application for \
         {role}, because I do not think that it is the right match for what I want to do next.\n\nI enjoyed getting \
         to know {company} and wish you every success in finding the right person.",
        "I have decided not to go further with {role}. I have thought about it carefully, and my plans are moving \
         in another direction. I wanted to tell you before you spend more time on my application.\n\nThank you for \
         [{?interviewed}the conversations[, especially the one about {topic}]|considering me]. I hope that our \
         paths cross again.",
        "I am writing to withdraw from the process for {role}. It was good to learn more about the work, and it has \
         helped me see that I am looking for something else.\n\nThank you for considering me, and all the best to \
         you and the team.",
    ],
};

/// Declining an offer.
pub(in crate::letters) const DECLINE: Wording = Wording {
    subjects: &[
        "[The {job} offer – my decision|Your offer – my decision]",
        "My answer to your offer",
        "Your offer, with thanks",
    ],
    bodies: &[
        "Thank you very much for the offer. After a lot of thought I have decided not to accept it. I enjoyed our \
         conversations, so this was not easy.\n\nI hope that you soon find the right person, and that our paths \
         cross again.",
        "I have thought your offer over, and I will not be taking it up. It was a close decision, and I am grateful \
         that you chose me for {role}.\n\nI wish {company} every success and would be happy to stay in contact.",
        "Thank you for the offer and for the confidence that comes with it. I have decided to go in another \
         direction and must decline.\n\nPlease pass my thanks on to everyone I met. I hope that we stay in touch.",
    ],
};

/// Accepting an offer that is there in writing.
pub(in crate::letters) const ACCEPT: Wording = Wording {
    subjects: &[
        "[{job} offer – I accept|Your offer – I accept]",
        "Accepting your offer",
        "Yes to {role} at {company}",
    ],
    bodies: &[
        "I am very happy to accept your offer for {role}[, on the terms you sent me on {written}]. Thank \
         you.\n\nPlease tell me what you need from me before the first day. I look forward to working with you.",
        "My answer is yes. I have read the offer[ of {written}] carefully and am glad to accept it. Please thank \
         everyone involved.\n\nWhat are the next steps before the first day? I am looking forward to it.",
        "I am delighted to accept the offer[ that you sent me on {written}], and I look forward to joining \
         {company}. Thank you for your help along the way.\n\nIf there is anything to [{?us}fill out|fill in] or \
         prepare before I start, let me know and I will take care of it.",
    ],
};

/// Where the offer is only spoken: a yes that waits for the paper.
pub(in crate::letters) const ACCEPT_SPOKEN: Wording = Wording {
    subjects: &["[The {job} offer|Your offer] – the next step", "Your offer – my thanks and one request"],
    bodies: &[
        "Thank you for the offer. I am very glad about it and would like to accept. Could you send it to me in \
         writing, with pay, benefits and start date? As soon as I have read it, I will confirm in writing.\n\nI \
         look forward to joining you.",
        "I have thought about your offer, and I would like to work with you. To make it final, please send me the \
         contract or the offer letter. I will read it and return it to you at once if it is as we \
         discussed.\n\nThank you for everything so far.",
    ],
};

/// Stepping back from an offer that was accepted.
pub(in crate::letters) const STEP_BACK: Wording = Wording {
    subjects: &["[{job} role – a change on my side|A change on my side]", "About my acceptance"],
    bodies: &[
        "I accepted your offer for {role}, and I have to tell you that I cannot take up the position after all. I \
         know that this makes extra work for you, and I am very sorry.\n\nIf there is anything to sign or return, I \
         will take care of it straight away. Thank you for the confidence you put in me.",
        "This is not an easy message to write. My situation has changed, and I can no longer take up {role}, which \
         I had accepted. I apologi[{?us}z|s]e for the trouble that this causes.\n\nPlease let me know if there is \
         anything formal to do. I am grateful for your trust, and I wish you and the team well.",
    ],
};

/// Negotiating: one point, one reason, thanks. The point is the user's.
pub(in crate::letters) const NEGOTIATE: Wording = Wording {
    subjects: &[
        "[Your {job} offer – one question|Your offer – one question]",
        "[One point in the {job} offer|One point in your offer]",
        "About your offer[ for {role}]",
    ],
    bodies: &[
        "Thank you for the offer. I would like to join {company}, and there is one point I would like to discuss. \
         Would {figure} be possible? I ask because {reason}.\n\nI would be glad to talk about it by phone if that \
         is easier. Thank you for considering it.",
        "I have read your offer with pleasure, and nearly everything in it suits me. The one thing I would like to \
         ask for is {figure}, because {reason}.\n\nIs there room for that? I would be happy to explain in a call. \
         Many thanks.",
        "Thank you again for offering me {role}. Before I answer, may I ask about one thing? I had {figure} in \
         mind, since {reason}.\n\nIf we can come close to that, I would be very happy. I look forward to hearing \
         what is possible.",
    ],
};
