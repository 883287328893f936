//! What is written between the interview and the answer.

use super::Wording;

/// Asking for a way to reach somebody.
pub(in crate::letters) const FIND_CONTACT: Wording = Wording {
    subjects: &["An address for {whom}", "May I thank {whom}?", "{whom}"],
    bodies: &[
        "Thank you for arranging {spoken}. I would like to thank {whom} in person, but I have no address. Could you \
         send it to me, or pass a note on?",
        "{when_up} I met {whom}, and I would like to write a few words of thanks. Would you tell me the best way to \
         reach them? If you would rather forward my note, I am grateful for that too.",
        "May I ask you a small favour? I did not note the email address of {whom}, and I owe them thanks for \
         {spoken}. A line with it would help me a lot.",
    ],
};

/// The first question where things stand.
pub(in crate::letters) const FOLLOW_UP: Wording = Wording {
    subjects: &["{role_up}: where things stand", "A question about {role}", "{role_up} at {company}"],
    bodies: &[
        "[{?thanks}[{?days_on}First, and later than I meant to: thank|First of all, thank] you for {spoken}. [{said}|Our talk about {topic} has \
         stayed with me.|I learned a great deal.]]\n\n[[{?theirs}You expected to|I understood that you would] know more {was_due}, so|{?days_on}Some days \
         have gone by since we spoke {when}, so] I would like to ask how things stand with {role}. [In the meantime one \
         more thing came to my mind: {missed}] I am as interested as I was[, and confident that {skill} would be of \
         use].\n\nIf you need something from me, please tell me.",
        "[{?thanks}[{?days_on}Please forgive that this comes late|Before anything else]: I am grateful for {spoken}. [{said}|I liked talking about \
         {topic}.|I enjoyed it.]]\n\n<How is it going|How do things stand|How do matters stand> with {role}? [[{?theirs}You had planned|I understood that you had planned] to decide {was_due}, and I know that \
         such plans move.|I know that these things take their time.] I would still very much like to join \
         {company}[, and {skill} is what I would bring]. [Something that I left out then: {missed}]\n\nA line on the \
         next steps, even a rough one, would help me plan. Thank you.",
        "[{?thanks}I owe you thanks for {spoken}, and here they are. [{said}|I still think of our talk about {topic}.|It was a good talk.]]\n\n[{?was_due}[{?theirs}The day you named, {was_day}, has passed|I had understood that you would decide {was_due}], and I have been|{?days_on}Since our conversation {when} I have been|I am] \
         wondering whether there is any news on {role}. My interest has not changed. [I would add one thing to what I \
         told you: {missed}] [I keep thinking of ways in which {skill} could help your plans.]\n\nI am glad to wait if \
         it takes longer; I would only like to know roughly how long. Many thanks.",
        "[{?thanks}Thank you[{?days_on}, belatedly,] for the time you gave me {when}. [{said}|I took a lot from our talk about \
         {topic}.|It was worth it for me.]]\n\nI am writing about {role}. [As I understood it, a decision was planned {was_due}; has the \
         date moved?|Can you say already when a decision will be made?] What I heard about the work makes me want it \
         more[, and it calls for {skill}]. [By the way, I did not mention this: {missed}]\n\nWith thanks for a short \
         answer when it suits you.",
    ],
};

/// The last question.
pub(in crate::letters) const LAST_FOLLOW_UP: Wording = Wording {
    subjects: &[
        "{role_up}: a last question",
        "{role_up} at {company}, once more",
        "One more word about {role}",
    ],
    bodies: &[
        "[{?thanks}Thank you for {spoken}.] I wrote to you [{asked}|a while ago] about {role} and have not \
         seen an answer, which I know can have many reasons. I am still interested. If the choice has fallen on \
         somebody else, a short word would be a kindness, and I wish you well with it.\n\nThis is my last question; \
         if there is news later, I will be happy to hear it.",
        "[{?thanks}I have yet to thank you for {spoken}; I do so now.] Is {role} still open? I asked [{asked}|some time \
         ago] and do not want to fill your inbox, so I will leave it at this.\n\nI would be happy to go on talking, and \
         equally grateful for a plain no. Whichever it is, thank you for the time that you gave me.",
        "[{?thanks}{spoken_up} was time well spent for me, thank you.] Priorities change, and I take it that they may \
         have changed for {role} since [{asked_day}|my last note]. I would still like to work for {company}.\n\nIf I do \
         not hear from you I will assume that you have decided otherwise, with no hard feelings. I hope that we meet \
         again.",
    ],
};

/// Delivering what was asked for.
pub(in crate::letters) const DELIVER: Wording = Wording {
    subjects: &["{item_up}, as promised", "Here is what you asked for: {item}", "{item_up}"],
    bodies: &[
        "Thank you again for {spoken}. Here is what you asked for: {item}.\n\nPlease tell me if another form would suit you better. I look forward to what you think.",
        "Attached is what you asked me for {when}: {item}. It was a good occasion to look at my work again with your team in mind.\n\nI would be happy to walk you through everything if that helps. Many thanks for your interest.",
        "With this message comes what you wanted to see: {item}. Thank you for asking, since work tells you more than answers can.\n\nIf anything is unclear or missing, a short line is enough. I hope to hear from you.",
    ],
};

/// Keeping in touch.
pub(in crate::letters) const KEEP_IN_TOUCH: Wording = Wording {
    subjects: &["[A hello from {me}|A hello]", "How are things?", "Staying in touch"],
    bodies: &[
        "It has been a while since we were last in contact[, in {since}]. [Our talk about {topic} still comes to my mind \
         now and then.|I often think back to our conversation.] How are you, and how is \
         everything at {company}?\n\nI would be glad to hear what you are working on. No hurry at all, and thank you \
         for staying in touch.",
        "I hope you are well. [Back in {since} we|We] were in touch about {about}, and I remember it with \
         pleasure. [How did it go on with {topic}?|I would be interested to hear how the year has been for \
         you.]\n\nShould there be anything that I can do for you, an introduction or a second opinion, please say so. \
         I would be happy to.",
        "A short hello after some time. [You may remember that we talked about {topic}; has anything new come of \
         it?|I think of {company} now and then, and of the conversation with you.]\n\nOn my side things move along. If we \
         should ever have half an hour for a coffee or a call, I would look forward to it. Thanks again for your time \
         back then.",
    ],
};
