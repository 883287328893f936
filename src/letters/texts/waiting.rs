//! What is written between the interview and the answer.

use super::Wording;

/// Asking, once a round, for a way to reach everyone whose address is missing.
pub(in crate::letters) const FIND_CONTACT: Wording = Wording {
    subjects: &[
        "[{?several}Email addresses|An email address] after the [{job} ]interview",
        "[{job} interview – how|How] to reach {whom_short}",
        "A small request after my interview {when}",
    ],
    bodies: &[
        "[{?recruiter}Thank you for arranging the interview {when}.|Thank you again for the interview {when}.] I \
         would like to send a short thank-you to {whom}, but I do not have [{?several}their email addresses|an \
         email address]. Could you share [{?several}them|it] with me?\n\nIf you would rather pass my \
         [{?several}notes|note] on, that would be just as welcome. Thank you.",
        "I would like to write a line of thanks after the interview {when} and have no email address for {whom}. \
         Could you tell me how best to reach [{?several}each of them|them]?\n\nI can also send [{?several}my \
         notes|my note] to you, if forwarding is easier. Many thanks for your help.",
        "Could you help me with something small? I want to thank {whom} for the interview {when}, but I do not know \
         [{?several}their email addresses|the right email address].\n\nCould you send [{?several}those|it] to me, or forward what I write? I would be grateful for either.",
    ],
};

/// The first question where things stand.
pub(in crate::letters) const FOLLOW_UP: Wording = Wording {
    subjects: &[
        "[{job} role – next steps|Next steps at {company}]",
        "[A question about the timeline – {job}|A question about the timeline]",
        "[After my {job} interview {when}|After our conversation {when}]",
        "[News on {role}?|Any news from {company}?]",
    ],
    bodies: &[
        "[{?thanks}First of all, thank you for {spoken}. [{said}|Our talk about {topic} has stayed with me.|I \
         learned a great deal.]]\n\n[[{?theirs}You mentioned that you would know more|I understood that there would \
         be news] {was_due}, so I am writing|I am writing] to ask where things stand with {role}. I am still very interested[, \
         and I think {skill} would be useful to the team]. [{skill_said}] [Since we spoke I also wanted to mention \
         {missed}.]\n\nIf you need anything from me, please tell me.",
        "[{?thanks}Before anything else, thank you for {spoken}. [{said}|I liked talking about {topic}.|I enjoyed \
         it.]]\n\nHow do things stand with {role}? [{?was_due}I know these decisions often take longer than \
         planned.|I know these decisions take time.] I would still very much like to join {company}[, where I could \
         bring in {skill}]. [{skill_said}] [One thing I left out is {missed}.]\n\nIs there an updated timeline that \
         you can share? [{!thanks}Thank you.]",
        "[{?thanks}I would like to thank you for {spoken}. [{said}|It was good to talk about \
         {topic}.]]\n\n[{?was_due}[{?theirs}When we spoke, you hoped|I understood that the plan was] to decide \
         {was_due}. I know how easily plans shift, and I|{?days_on}Some days have passed since the \
         interview[{!thanks} {when}], and I|I] wonder whether there is any news about {role}. My interest has not \
         changed. [With {skill}, I believe I could be of use quickly.|{skill_said}] [Let me also mention \
         {missed}.]\n\nCould you give me a rough idea of the timing? [{!thanks}Many thanks.]",
        "[{?thanks}Thank you for the time you gave me {when}. [{said}|I liked what you told me about {topic}.|It \
         was time well spent.]]\n\nI am writing about {role}. Everything I heard in the interview made me more \
         interested[, and I would like to put {skill} to work for you]. [{skill_said}] [In our conversation I \
         forgot to mention {missed}.]\n\nCould you let me know [{?was_due}whether the timing has changed|what the \
         next step is and when you expect it]? A short reply is plenty.",
    ],
};

/// The last question.
pub(in crate::letters) const LAST_FOLLOW_UP: Wording = Wording {
    subjects: &[
        "Following up once more[ – {job}]",
        "[{job} role at {company}|The opening at {company}]",
        "[Is the {job} role still open?|Is the role still open?]",
    ],
    bodies: &[
        "[{?thanks}Thank you for {spoken}.] I wrote to you [{asked}|a while ago] about {role} and wanted to check \
         in once more. I am still very interested[, and I believe {skill} would help]. [{skill_said}]\n\nIs there \
         an updated timeline? If you have chosen someone else, a short note would be very welcome too. \
         [{!thanks}Thank you for your time.]",
        "[{?thanks}Thank you once more for {spoken}.] Is {role} still open? I asked [{asked}|some time ago] and \
         know how easily such things get delayed. I would be glad to continue[, and I am sure that {skill} would be \
         useful to you]. [{skill_said}]\n\nIf there is a new date, I would be grateful to hear it. \
         [{!thanks}Either way, thank you for considering me.]",
        "[{?thanks}Thank you for {spoken}, which I enjoyed.] I know that priorities change, and that {role} may be \
         on hold or filled by now. If it is open, I would still be glad to talk[, and I believe {skill} would be \
         useful to you]. [{skill_said}] Could you tell me how it looks?\n\n[{?thanks}If it is not, I hope our paths cross \
         again.|If it is not, thank you again for your time. I hope our paths cross again.]",
    ],
};

/// Delivering what was asked for.
pub(in crate::letters) const DELIVER: Wording = Wording {
    subjects: &["{item_up}[ – {job}]", "[{job} – {item}|{item_up}, as promised]", "As you asked – {item}"],
    bodies: &[
        "Thank you again for {spoken}. Attached to this email you will find {item}, as promised.\n\nPlease tell me \
         if another format would suit you better, or if you need anything else.",
        "You asked me {when} for {item}. You will find everything attached.\n\nI would be happy to answer any \
         questions. Many thanks for your time.",
        "I have attached {item}, as we agreed {when}. I hope that you find all you need.\n\nIf anything is unclear \
         or missing, please let me know. Thank you.",
    ],
};

/// Keeping in touch.
pub(in crate::letters) const KEEP_IN_TOUCH: Wording = Wording {
    subjects: &["[Hello from {me}|Hello again]", "How are things at {company}?", "Staying in touch"],
    bodies: &[
        "It has been a while since we were last in contact[, in {since}]. [{said}|I still remember our talk about \
         {topic}.|I enjoyed talking with you then.] How are you, and how is everything at {company}?\n\nI would be \
         glad to hear what you are working on, whenever you have a moment.",
        "I hope you are well. [{?job}[Back in {since} we|A while ago we] were in touch about {about}[, and we talked \
         about {topic}].|We were last in touch [in {since}|a while ago].] [{said}] I would be interested to hear how things have been for you since.\n\nIf I can help with anything, such as an \
         introduction, I would be happy to.",
        "I wanted to say hello after all this time. [{said}|You may remember that we talked about {topic}.|I \
         remember our conversation well.]\n\nIf you ever have half an hour for a coffee or a call, I would enjoy catching up. \
         Thanks again for your time back then.",
    ],
};

/// Asking for a new day, where a round was called off or did not take place.
pub(in crate::letters) const NEW_DATE: Wording = Wording {
    subjects: &[
        "[A new date for the {job} interview|A new date for our interview]",
        "[{job} interview – another time?|Our interview – another time?]",
        "Finding a new date[ – {job}]",
    ],
    bodies: &[
        "I am sorry that the interview[ planned for {planned_day}] has fallen through, and I would be glad to find \
         another time. I could do {days}, and I can be flexible.\n\nWhich day would suit you? I am still looking \
         forward to it. Thank you.",
        "It is a pity that the interview[ planned for {planned_day}] cannot go ahead. These things happen, and I am \
         still very interested in {role}.\n\nCould we find a new date? I am free on {days}, and I will gladly fit \
         in with what suits you. Many thanks.",
        "Could we set a new date for the interview[ that was planned for {planned_day}]? I would still like to talk \
         with you about {role}.\n\nOn my side {days} would be possible. If that does not work for you, just name a \
         time. Thank you for your help.",
    ],
};

/// Answering a question of theirs.
pub(in crate::letters) const ANSWER: Wording = Wording {
    subjects: &["[Your question – {job}|Your question]", "[{job} – my answer|My answer]", "Re: your message"],
    bodies: &[
        "Thank you for your message.\n\n{reply}\n\nIf you need more detail, please tell me. I look forward to \
         hearing from you.",
        "Thanks for getting in touch. {reply}\n\nPlease let me know whether that covers it, and what comes next.",
    ],
};

/// Confirming an invitation.
pub(in crate::letters) const CONFIRM: Wording = Wording {
    subjects: &[
        "[{job} interview|Interview][ on {round_day}] – confirmed",
        "See you [on {round_day}|at the interview][ – {job}]",
    ],
    bodies: &[
        "Thank you for the invitation. I am happy to confirm our interview on {round_time}.\n\nPlease let me know \
         if there is anything I should prepare or bring. I look forward to it.",
        "Many thanks for inviting me. {round_time_up} suits me very well, and I will be there.\n\nIs there anything \
         that you would like me to prepare? I am looking forward to it.",
    ],
};
