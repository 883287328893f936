//! Thank-yous. Each build has its own words in every sentence, so that two people who compare theirs see two notes.
//!
//! What the user noted stands behind a colon where it can: it may be a word, half a sentence or a whole one.

use super::Wording;

/// To those who ask the questions, and to whoever decides.
pub(in crate::letters) const CONVERSATION: Wording = Wording {
    subjects: &[
        "Thank you for {spoken}",
        "Our conversation {when}",
        "Thank you for your time {when}",
        "Following {spoken}",
    ],
    bodies: &[
        "<Thank you so much|Thank you|Thank you> for taking the time to talk with me[{?again} again] {when}. \
         [{said}|It was useful to talk about {topic}.|It gave me a clearer picture of the role.]\n\n[{?bad}Some of \
         what I wanted to say only came to me afterwards. ][One thing I did not get to mention: {missed}] [A fuller \
         answer to [“{question}”|one of your questions]: {answer}]\n\nOur talk has left me even more interested in \
         {role}[. What I would bring to [{?manager}your|the] team: {skill}]. [{?announce}I will send you a LinkedIn \
         request so that we can keep in touch.] [I look forward to hearing from you {promised}.|I look forward to \
         the next step.]",
        "It was <a real pleasure|good|a pleasure> to meet you[{?again} again] {when}; thank you for your time. \
         [{said}|I have thought more about {topic} since.|I now have a good sense of what the job \
         involves.]\n\n[{?bad}I would put some things better today. ][I meant to add this: {missed}] [On \
         [“{question}”|one point], I would now say: {answer}]\n\nI am keen on {role}[, and this is the experience I \
         would bring: {skill}|, all the more since we spoke]. [{?announce}If you do not mind, I will add you on \
         LinkedIn.] [[{?theirs}You mentioned that I would|I understand that I will] hear {promised}; in the meantime \
         I am happy to answer any questions.|If you have any questions, I am happy to answer them.]",
        "<A quick but sincere thank-you|A short note of thanks|Please accept my thanks> for {spoken}. \
         [{said}|Covering {topic} was especially helpful.|It answered many of my questions.]\n\n[{?bad}On \
         reflection, I can say some of it better. ][Let me add what I left out: {missed}] [My second thoughts on \
         [“{question}”|one question]: {answer}]\n\nFor my part, I can see myself in {role}[{?manager}, on your \
         team][. The closest match from my side: {skill}]. [{?announce}I would also like to add you on LinkedIn.] \
         Please let me know if there is anything more you need from me[{?promised} before you decide].",
        "I appreciate the time you gave me[{?again} again] {when}. [{said}|Talking about {topic} made the job more \
         concrete for me.|I enjoyed our conversation.]\n\n[{?bad}There is more to say than I managed. ][What I \
         should have brought up: {missed}] [I have thought again about [“{question}”|something you asked]: \
         {answer}]\n\nMy interest in {role} is as strong as ever[, and this is where I could help: {skill}]. \
         [{?announce}You will find a request from me on LinkedIn.] I hope to hear from you [{promised}|soon].",
        "Many thanks for talking with me {when}. [{said}|I liked going through {topic} with you.|I enjoyed hearing \
         more about the work.]\n\n[{?bad}I would like to round off what I told you. ][For completeness: {missed}] \
         [To add to what I said about [“{question}”|one question]: {answer}]\n\nI am all the more drawn to {company} \
         now[, and would offer this: {skill}]. [{?announce}I hope it is all right if I invite you on LinkedIn.] \
         [[{?theirs}You said that there would|I understand that there will] be news {promised}, and I look forward \
         to it.|If a reference or a work sample would help, I will send it.]",
        "<A note to thank you for seeing|I would like to thank you for meeting> me {when}[{?later} for another \
         round]. [{said}|I found our exchange on {topic} helpful.|It left me keener than before.]\n\n[{?bad}A few \
         things are clearer to me now. ][One point is missing from what I told you: {missed}] [Asked \
         [“{question}”|the same question] again, I would say: {answer}]\n\nI would enjoy working \
         [{?manager}for|with] you[, and could put this to good use: {skill}]. [{?announce}I will ask to connect on \
         LinkedIn.] [My understanding is that a decision comes {promised}; I look forward to it.|If you would like \
         to see more from me, just tell me.]",
        "I wanted to thank you in writing for {spoken}. [{said}|I came away with a better idea of {topic}.|I came \
         away with a better idea of the job.]\n\n[{?bad}Let me fill in what I left unsaid. ][Something that did not \
         come up: {missed}] [What I meant to say about [“{question}”|one of the questions]: {answer}]\n\nFrom where \
         I stand it is a good match[, above all for this reason: {skill}]. [{?announce}You will hear from me on \
         LinkedIn too.] I would very much like to join {company} and [hope for good news {promised}|would be \
         grateful to hear what happens next].",
        "<I enjoyed talking with you|It was good to talk with you|I valued our conversation> {when}; thank you for \
         that. [{said}|It was good to get into {topic}.|I learned a lot about the job.]\n\n[{?bad}I have had time to \
         think since. ][One thing to add: {missed}] [Here is a clearer answer to [“{question}”|something you asked]: \
         {answer}]\n\nEverything I heard makes me want to take on {role}[, and I think this would help: {skill}]. \
         [{?announce}A LinkedIn invitation is on its way.] [As I understand it, I will hear {promised}; if you need \
         anything before then, just ask.|If another conversation would be useful, I will make time.]",
    ],
};

/// To recruiters, who arrange more than they decide.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &["Thank you for setting this up", "[Thank you, {name}|Thank you]", "Thanks for {spoken}"],
    bodies: &[
        "Thank you for {spoken} and for your help so far. [{said}|It cleared up my questions on {topic}.|I have a \
         clearer view of the role now.]\n\n[One thing you are welcome to pass on: {missed}] [A better answer to \
         [“{question}”|one of the questions], should it come up: {answer}]\n\nAs for me, I remain very interested in \
         {role}[, and hope this came across: {skill}]. [{?announce}I will also send you a request on LinkedIn.] [I \
         look forward to your news {promised}.|I look forward to hearing about the next steps.]",
        "I am grateful for your time {when}. [{said}|Thank you for going into {topic}.|I found it helpful.]\n\n[For \
         your notes, a point that did not come up: {missed}] [About [“{question}”|one answer of mine], I would put \
         it like this now: {answer}]\n\nI would like to go on to the next stage[; my main strength here: {skill}]. \
         [{?announce}I would also like to connect on LinkedIn.] Please tell me if you need anything else[; I \
         understand there will be news {promised}].",
        "<Just a line to say thanks for|I am writing to thank you for> your help and your time {when}. [{said}|It \
         helped to go through {topic}.|That was worthwhile for me.]\n\n[I would like to add something: {missed}] [I would \
         now answer [“{question}”|one question] like this: {answer}]\n\nIf you ask me, I am keen to take the next \
         step with {company}[, and would point to this: {skill}]. [{?announce}You will see an invitation from me on \
         LinkedIn.] Is anything missing on my side?",
        "Thank you for speaking with me[{?again} again] {when}. [{said}|Discussing {topic} told me a lot.|I enjoyed the conversation.]\n\n[What I did not say, and should have: {missed}] [If [“{question}”|one \
         question] is asked again, I would say this: {answer}]\n\n{company} made a very good impression on me, and I \
         would like to take on {role}[. What I think fits: {skill}]. [{?announce}A LinkedIn request will follow.] \
         Please let me know what comes next[; as far as I know, that will be {promised}| when you can].",
        "Many thanks for {spoken}. [{said}|Our discussion of {topic} was useful.|It was good to learn more about the \
         job.]\n\n[One more point: {missed}] [What I would rather have said to [“{question}”|one of the questions]: \
         {answer}]\n\nI feel sure that the job suits me[; one reason: {skill}]. [{?announce}I would be happy to be \
         connected on LinkedIn and will send a request.] If you need dates, documents or references, I will send \
         them[; I understand I will hear {promised}].",
        "I would like to thank you for making time {when}. [{said}|I made a note of what we said about {topic}.|It \
         helped me a lot.]\n\n[There is something that I would have liked to say: {missed}] [Afterwards I found a \
         better reply to [“{question}”|one question]: {answer}]\n\nBy now I am more interested than before[; what I \
         would offer: {skill}]. [{?announce}If I may, I will connect with you on LinkedIn.] You can reach me here, \
         and I will answer quickly[; as I understand it, there will be news {promised}].",
    ],
};

/// To somebody met for a moment.
pub(in crate::letters) const BRIEF: Wording = Wording {
    subjects: &["Good to meet you", "[Thank you, {name}|Thank you]", "A quick thank-you"],
    bodies: &[
        "It was good to meet you {when}, if only briefly. [{said}|We even got to {topic}, which I liked.]\n\n[{?announce}I will send you a LinkedIn request. ]Thank you for your time, and I hope we get to \
         talk more.",
        "You took a moment for me {when}, and I would like to say thank you. [{said}|I liked that we got to \
         {topic}.|I appreciated it.]\n\nI hope we will work together[{?announce}, and I will ask to connect on \
         LinkedIn].",
        "We did not have much time {when}, so let me say thank you here. [{said}|I would like to hear more about \
         {topic}.|It was a pleasure to meet you.]\n\n[{?announce}I will add you on LinkedIn, if that is all right. \
         ]I hope our paths cross again at {company}.",
        "A brief note to say thank you for your time {when}. [{said}|Our few words about {topic} stayed with me.|I \
         am glad we met.]\n\nIt was good to get a first impression of {company}[{?announce}, and I would like to \
         connect with you on LinkedIn].",
        "I am grateful for the few minutes we had {when}. [{said}|The part about {topic} was interesting.|They told \
         me something about {company}.]\n\nI am keen to find out more. [{?announce}You will see an invitation from \
         me on LinkedIn.]",
        "Thanks for the quick chat {when}. [{said}|I enjoyed talking about {topic}.|It was nice to meet you.]\n\nI \
         would like to work with you, so I hope it works out. [{?announce}I will send an invitation on LinkedIn as \
         well.]",
    ],
};

/// To somebody who decides but was not there.
pub(in crate::letters) const UNMET: Wording = Wording {
    subjects: &["Thank you for your team’s time", "A word of thanks"],
    bodies: &[
        "We have not met yet, but I am grateful for your team’s time {when}. I am even more interested in {role} \
         after it.\n\nI would be glad to meet you. [{?announce}May I add you on LinkedIn as well?] Please let me \
         know if you have any questions for me.",
        "I enjoyed my interview {when}, and I would like to thank you for considering me for {role}.\n\nI am keen to \
         go on, and I look forward to speaking with you as well.",
        "Thank you for the chance to interview with {company} {when}. It gave me a clear idea of what you are \
         looking for.\n\nI would very much like to work with you. If you want to talk before you decide, I will make \
         the time.",
    ],
};
