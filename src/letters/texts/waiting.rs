//! What is written between the interview and the answer.

use super::Wording;

/// Asking for a way to reach somebody.
pub(in crate::letters) const FIND_CONTACT: Wording = Wording {
    subjects: &["Email address for {whom}", "How to contact {whom}", "A note for {whom}"],
    bodies: &[
        "Thank you for arranging the interview {when}. I would like to thank {whom} directly, but I do not have their \
         email. Could you share it, or pass on a note?",
        "{when_up} I met {whom}, and I would like to send a short thank-you. What is the best way to contact them? If you \
         would rather forward my note, I would be grateful for that too.",
        "Could you help me with something small? I did not get an email address for {whom} and want to send my thanks. A \
         quick reply with it would be much appreciated.",
    ],
};

/// The first question where things stand.
pub(in crate::letters) const FOLLOW_UP: Wording = Wording {
    subjects: &["{role_up}: next steps", "A question about {role}", "{role_up} at {company}"],
    bodies: &[
        "[{?thanks}[{?days_on}This is later than I meant to write, but thank|First of all, thank] you for {spoken}. \
         [{said}|Our talk about {topic} has stayed with me.|I learned a great deal.]]\n\n[[{?theirs}You expected to|I \
         understood that you would] know more {was_due}, so|{?days_on}A few days have passed[{!thanks} since we spoke \
         {when}], so] I would like to ask how things stand with {role}. [One more thing has come to mind since: {missed}] \
         I am still very interested[, and hope this is useful: {skill}].\n\nIf you need anything from me, please tell me.",
        "[{?thanks}[{?days_on}I am sorry that this comes late: thank you|Before anything else, thank you] for {spoken}. \
         [{said}|I liked talking about {topic}.|I enjoyed it.]]\n\n<How are things going|How do things stand|May I ask \
         how things stand> with {role}? [[{?theirs}You had planned|I understood that you had planned] to decide {was_due}, \
         and I know that plans change.|I know that these things take time.] I would still very much like to join \
         {company}[, and could offer this: {skill}]. [Something I left out when we spoke: {missed}]\n\nEven a rough idea \
         of the next steps would help me plan. Thank you.",
        "[{?thanks}I have not thanked you yet for {spoken}, so thank you. [{said}|It was good to talk about \
         {topic}.]]\n\n[{?was_due}[{?theirs}You mentioned {was_day}|I had understood that you would decide {was_due}], and \
         I have been|{?days_on}Since our conversation[{!thanks} {when}] I have been|I am] wondering whether there is any \
         news on {role}. My interest has not changed. [I would add one thing to what I told you: {missed}] [What I would \
         bring to it: {skill}.]\n\nI am glad to wait if it takes longer; I would only like to know roughly how long. Many \
         thanks.",
        "[{?thanks}Thank you[{?days_on}, belatedly,] for the time you gave me {when}. [{said}|I liked talking through \
         {topic}.|It was time well spent.]]\n\nI am writing about {role}. [As I understood it, a decision was planned \
         {was_due}; has the date moved?|Do you know yet when a decision will be made?] What I heard makes me want the job \
         even more[; this is what I would add: {skill}]. [By the way, I did not mention this: {missed}]\n\nI would be \
         grateful for a short answer when it suits you.",
    ],
};

/// The last question.
pub(in crate::letters) const LAST_FOLLOW_UP: Wording = Wording {
    subjects: &["{role_up}: one last note", "{role_up} at {company}: still open?", "Following up on {role}"],
    bodies: &[
        "[{?thanks}Thank you for {spoken}.] I wrote to you [{asked}|a while ago] about {role} and wondered whether there \
         is any news. I am still interested. If you have chosen somebody else, I would be grateful for a short note.\n\nI \
         will leave it with you from here, and will be happy to hear if anything changes.",
        "[{?thanks}I should have thanked you sooner for {spoken}.] Is {role} still open? I asked [{asked}|some time \
         ago] and do not want to fill your inbox, so I will leave it at this.\n\nI would be happy to continue, and just as \
         grateful for a clear no. Either way, thank you for your time.",
        "[{?thanks}Thank you for {spoken}, which I enjoyed.] I know that priorities change, and {role} may be filled or on \
         hold by now. I would still like to work for {company}.\n\nIf I do not hear from you I will assume that you have \
         gone another way. I hope that we meet again.",
    ],
};

/// Delivering what was asked for.
pub(in crate::letters) const DELIVER: Wording = Wording {
    subjects: &["{item_up}, as promised", "Here is what you asked for: {item}", "{item_up}"],
    bodies: &[
        "Thank you again for {spoken}. Here is what you asked for: {item}.\n\nPlease tell me if a different format would \
         suit you better. I look forward to hearing what you think.",
        "Attached is what you asked me for {when}: {item}.\n\nI would be happy to talk it through if that helps. Many \
         thanks for your time.",
        "I am sending what you asked to see: {item}. I hope it is useful.\n\nIf anything is unclear or missing, please let \
         me know. I hope to hear from you.",
    ],
};

/// Keeping in touch.
pub(in crate::letters) const KEEP_IN_TOUCH: Wording = Wording {
    subjects: &["[Hello from {me}|Hello again]", "How are things?", "Staying in touch"],
    bodies: &[
        "It has been a while since we were last in contact[, in {since}]. [I still remember our talk about {topic}.|I \
         enjoyed talking with you then.] How are you, and how is everything at {company}?\n\nI would be glad to hear what \
         you are working on, whenever you have a moment.",
        "I hope you are well. [Back in {since} we|We] were in touch about {about}[ and talked about {topic}]. I would be \
         interested to hear how things have been for you since.\n\nIf I can help with anything, such as an introduction \
         or a second opinion, I would be happy to.",
        "I wanted to say hello after all this time. [You may remember that we talked about {topic}.|I remember our \
         conversation well.]\n\nIf you ever have half an hour for a coffee or a call, I would enjoy catching up. Thanks \
         again for your time back then.",
    ],
};
