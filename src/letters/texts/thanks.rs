//! Thank-yous. Each build has its own order, length and words, so that two people who compare theirs see two notes.
//!
//! What the user noted is worded by `facts` so that it fits: `{skill}` is a thing ("five years of running databases"),
//! `{missed}` follows "mention" ("that I speak German"), `{question}` names a question, `{answer}` is a sentence.

use super::Wording;

/// To those who ask the questions, and to whoever decides.
pub(in crate::letters) const CONVERSATION: Wording = Wording {
    subjects: &[
        "[Thank you – {job} interview|Thank you for the interview]",
        "Thank you for talking with me about {role}",
        "[{job} interview – thank you|Our interview – thank you]",
        "Our conversation about {role}",
        "[Thank you for your time – {job} interview|Thank you for your time {when}]",
        "[After my {job} interview {when}|After my interview {when}]",
        "It was good to talk about {role}",
        "[A word of thanks – {job}|A word of thanks]",
        "Thank you for telling me more about {role}",
    ],
    bodies: &[
        "Thank you for taking the time to talk with me[{?again} again] {when}. [{said}|I enjoyed hearing about \
         {topic}.|I now have a much clearer picture of the work.]\n\n[I would like to add to my answer to \
         {question}. {answer}] [I would also like to mention {missed}.]\n\nOur conversation made me even more \
         interested in {role}[, and I would bring {skill} to [{?manager}your|the] team]. [{skill_said}] [I gather that there will be news {promised}, and I look forward to it.|I look forward to the next step.]\n\n[{?announce}If you are open to connecting, I will send you a LinkedIn request.]",
        "[{?said}Thank you for {spoken}. {said}|I am glad that we spoke {when}, and I want to thank you for your \
         time. Your thoughts on {topic} have stayed with me.|I am glad that we spoke {when}, and I want to thank \
         you for your time. Your description of the job has stayed with me.] I can see myself doing this work[, and \
         I think {skill} would help me get started quickly]. [{skill_said}]\n\n[I have given {question} more \
         thought since. {answer}] [One thing I did not get to mention is {missed}.]\n\n[I understand that there \
         should be news {promised}. ]If you need anything from me [{?promised}before then|in the meantime], just \
         write. [{?announce}I would like to connect on LinkedIn too, if you do not mind.]",
        "<Thank you so much|Thank you> for a good conversation {when}[. {said}|. I enjoyed discussing {topic}.|, \
         which I enjoyed.] I would like to do this work with you[, and {skill} should be useful from the first \
         week]. [{skill_said}] [I should also have mentioned {missed}.] [On {question}, let me add one thing. \
         {answer}] [As I understand it, there should be news {promised}.|I hope we can continue the \
         conversation.] [{?announce}May I add you on LinkedIn?]",
        "I appreciated the time you took for me {when}. [{said}|Talking through {topic} made the job much more real \
         to me.|You gave me a good sense of what the job involves.]\n\nSince then my interest in {role} has only \
         grown. [I believe {skill} would be useful on [{?manager}your|the] team.|{skill_said}] [One more thing that \
         may be useful is {missed}.] [I have thought more about {question}, and this is what I would say. \
         {answer}]\n\n[[{?theirs}You mentioned that I would hear|I understand that I will hear] {promised}.|{?asks}Could you tell me roughly what the timeline looks like from here?|I would be happy to talk \
         again, or to send anything that helps you decide.] [{?announce}I would like to stay in touch on LinkedIn \
         as well, if that is all right with you.]",
        "It was a <real pleasure|pleasure> to [{?again}see you again|meet you] {when}, and I wanted to say thank \
         you. [{said}|I have thought about our talk on {topic} several times since.|The time went by \
         quickly.]\n\nThe more I hear about the job, the more I want to do it. [I believe {skill} would help me \
         contribute from early on.|{skill_said}] [I meant to mention {missed}.] [To {question} I would like to add \
         something. {answer}]\n\n[{?promised}[{?theirs}You mentioned that you hope to decide|I understand that you \
         will decide] {promised}. ]If any questions come up[{?promised} before then], please ask. [{?announce}With \
         your permission, I will invite you on LinkedIn.]",
        "Thank you for seeing me {when}[{?later} for another round]. [{said}|I liked the way you explained \
         {topic}.|I liked how openly you talked about the work.] This is the kind of job I am looking for, and I \
         would enjoy working [{?manager}for|with] you.\n\n[I would put {skill} to good use here.|{skill_said}] [It \
         may also help to know {missed}.] [For completeness, a word on {question}. {answer}]\n\nI would be happy to \
         answer further questions or to meet others on the team[{?promised} before you make up your mind]. \
         [{?announce}I hope you will not mind an invitation on LinkedIn from me.]",
        "I have been thinking about what we discussed {when} and would like to say thank you. [{said}|I found what \
         you said about {topic} especially interesting.|I took a lot away from it.] I think I would be a good match \
         for {company}[, since {skill} would carry over directly]. [{skill_said}] [What I did not say at the time \
         is {missed}.]\n\n[Looking back at {question}, I would put it this way. {answer}]\n\nI would very much like \
         to join you[, and I look forward to hearing from you {promised}]. [{?announce}I would be glad to have you among my \
         contacts on LinkedIn and will send an invitation.]",
        "<Many thanks|Many thanks|Please accept my thanks> for making time for me {when}. [{said}|I was glad that there was time for {topic}.|I was glad to hear how the team works.]\n\nI would very much like to take on \
         {role}. [I hope it came across that {skill} would help here.|{skill_said}] [You may also like to know \
         {missed}.] [Here is a fuller answer to {question}. {answer}]\n\n[{?announce}Unless you would rather not, I \
         will get in touch on LinkedIn as well. ]If a reference or a work sample would be of use[{?promised} before \
         you decide], I will gladly send it.",
        "This is a quick note of thanks for our talk {when}. [{said}|I came away wanting to know more about \
         {topic}.|I came away wanting to know more.] I liked what I saw of {company} very much, and I hope to be \
         part of it. [Let me also mention {missed}.] [As for {question}, I have this to add. {answer}]\n\n[I think \
         {skill} would be a good fit for the work.|{skill_said}] [I look forward to hearing from you {promised}.|I would be \
         glad to continue the conversation.] [{?announce}You may also get a LinkedIn request from me, which I hope \
         is fine.]",
    ],
};

/// To recruiters, who arrange more than they decide.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &[
        "Thank you for your help with {role}",
        "[{job} at {company} – thank you|{company} – thank you]",
        "Thank you for explaining {role}",
        "[{job} role – thanks for {spoken}|Thanks for {spoken}]",
        "My thanks, and my interest in {role}",
        "[Thank you, {name} – {job}|Thank you, {name}|Thank you]",
        "Following {spoken}[ about {role}]",
        "[{job} role – my thanks|My thanks for your time {when}]",
    ],
    bodies: &[
        "Thank you for {spoken} and for your help so far. [{said}|It was useful to hear more on {topic}.|I \
         understand the role better now.]\n\n[One point you are welcome to pass on is {missed}.] [I would like to \
         add one thing on {question}. {answer}]\n\nI remain very interested in {role}[, and I think {skill} would \
         be useful there]. [{skill_said}] [I look forward to hearing from you {promised}.|{?asks}Do you know yet when the \
         next step will be?|I look forward to hearing about the next steps.] [{?announce}I will also send you an \
         invitation on LinkedIn, so that we stay in contact.]",
        "I am grateful that you made time {when}. [{said}|It was kind of you to go into {topic}.|You were very \
         helpful.]\n\n[For your notes, I have not yet mentioned {missed}.] [On {question}, I would say a little \
         more now. {answer}]\n\nI would be glad to move to the next stage[; I believe {skill} would count for \
         something there]. [{skill_said}] Do you need anything else from me[{?promised} before the team decides]? \
         [{?announce}I would also be happy to connect on LinkedIn.]",
        "<Just a line|A short line> to say thank you, and that I liked talking with you {when}. [{said}|It was \
         especially helpful to hear about {topic}.|It was a helpful conversation.] The job sounds right for me, and \
         I would like to go further with {company}. [{skill_said}|Please feel free to tell the team that I would \
         bring {skill}.]\n\n[I also wanted to mention {missed}.] [In case {question} comes up with the team, this \
         is my full answer. {answer}] [{?asks}What happens next, and roughly when?] [{?announce}I plan to add you \
         on LinkedIn, if I may.]",
        "Thank you for our exchange {when}. [{said}|What you said about {topic} was very useful.|I enjoyed it.] \
         {company} made a very good impression on me, and I would like to take the next step. [{skill_said}|I am \
         confident that {skill} would make me useful there.]\n\n[I ought to have mentioned {missed}.] [My answer to \
         {question} deserves another sentence. {answer}]\n\nPlease let me know what comes next[; as far as I know, \
         that will be {promised}| when you can]. [{?announce}A LinkedIn request will follow, in case you would like \
         to connect.]",
        "Many thanks for your time {when}. [{said}|I am glad that I could ask you about {topic}.|You answered what I wanted \
         to know.]\n\nI think the role suits me well[, with {skill} behind me]. [{skill_said}] [What I should add \
         is {missed}.] [I would now answer {question} more fully. {answer}]\n\nIf you need dates, documents or \
         references, I will send them[; I have made a note that there should be news {promised}]. [{?announce}Would \
         you be open to connecting on LinkedIn?]",
        "I would like to thank you for making time {when}. [{said}|I wrote down a few things on {topic}.|It helped \
         me a lot.]\n\n[In case it matters, I never got to mention {missed}.] [Afterwards I thought further about \
         {question}. {answer}]\n\nAfter our conversation I am looking forward to the rest of the process[, and I \
         hope to show what {skill} can do for the team]. [{skill_said}] You can reach me here, and I answer \
         quickly[; I have {promised_day} down as the day for news]. [{?announce}I hope it is fine if I invite you \
         on LinkedIn as well.]",
        "It was good to [{?again}talk to you again|talk to you] {when}. [{said}|I particularly liked the part on \
         {topic}.|You told me more than any job ad could.] Thank you. I would very much like to go further with \
         {role}, and I would be glad to meet the team. [{skill_said}|I could bring {skill} to it.]\n\n[Please also \
         mention {missed}.] [This is what I would add on {question}. {answer}] [{?asks}Is there a date yet for the \
         next step?] [{?announce}If you use LinkedIn, I would be glad to connect.]",
        "You made {spoken} very easy, thank you. [{said}|I am glad we got to {topic}.|I know now what to \
         expect.]\n\nI am certain that I want to go on with {role}. [{skill_said}|I hope that {skill} would be of \
         use.] [There is one thing to add, namely {missed}.] [About {question} I can say more. {answer}]\n\n[Until \
         there is news {promised}, thank you for looking after my application.|Thank you for looking after my \
         application.] [{?announce}I will send you a request on LinkedIn, if you are open to it.]",
    ],
};

/// To somebody met for a moment.
pub(in crate::letters) const BRIEF: Wording = Wording {
    subjects: &[
        "[Good to [{?again}see|meet] you – {job} interview|Good to [{?again}see|meet] you]",
        "[A quick thank-you – {job} interview|A quick thank-you]",
        "Thank you for a few minutes {when}[ – {job}]",
        "[My interview for {role}|My interview at {company}]",
        "[Thanks for saying hello – {job}|Thanks for saying hello]",
        "[{job} interview – a short thank-you|A short thank-you]",
        "Thank you for the welcome[ – {job} interview]",
        "A short hello after the [{job} ]interview",
    ],
    bodies: &[
        "It was good to [{?again}see you again|meet you] {when}, if only briefly. [{said}|I enjoyed our quick chat \
         about {topic}.] Thank you for your time, and I hope we get to talk more. [{?announce}If you like, let us \
         connect on LinkedIn.]",
        "Thank you for the few minutes you gave me {when}. [{said}|You made me curious about {topic}.|I appreciated \
         it.] Perhaps we will work together one day. [{?announce}I will send an invitation on LinkedIn as well.]",
        "We did not have much time {when}, so let me say thank you here. [{said}|I would have liked to ask more about \
         {topic}.|You made me feel welcome.] With some luck we will have longer next time. [{?announce}I will add \
         you on LinkedIn, if I may.]",
        "Even our short conversation {when} gave me a good feel for {company}. Thank you for that. [{said}|I liked \
         your take on {topic}.] I hope to be back. [{?announce}Perhaps we can stay in touch on LinkedIn; I will \
         send a request.]",
        "Thanks for the quick hello {when}[. {said}|. One day I would like to hear the rest on {topic}.|. It was \
         kind of you to stop and talk.] It is good to know a friendly face at {company}. [{?announce}You will see \
         my name on LinkedIn, if that is fine with you.]",
        "I was glad that we could say hello {when}, and I thank you for your time. [{said}|We even got to {topic}, \
         which I liked.] I would be happy to see you again as a colleague. [{?announce}Do you mind if I invite you \
         on LinkedIn?]",
        "I did not want to leave our short meeting {when} without a word of thanks. [{said}|It was nice to touch on \
         {topic}.|You were very welcoming.] Next time I would love to talk for longer. [{?announce}Until then, may \
         we connect on LinkedIn?]",
        "Thank you for your welcome {when}. [{said}|I was pleased that {topic} came up.|It made the interview \
         easier.] I hope that we see each other again. [{?announce}I am on LinkedIn too and will send you a \
         request.]",
    ],
};

/// To somebody who decides, or who arranged it, but was not there.
pub(in crate::letters) const UNMET: Wording = Wording {
    subjects: &[
        "[Thank you from your {job} candidate|Thank you for your team’s time]",
        "[Thank you – {job} interview {when}|Thank you – my interview {when}]",
        "Thank you for considering me for {role}",
    ],
    bodies: &[
        "We have not met yet, but I would like to thank you for the [{?recruiter}interview that you arranged|time \
         your team took for me] {when}. I am even more interested in {role} now.\n\n[{?recruiter}Please tell me if \
         you need anything else from me.|I would be glad to meet you, and to answer any questions you have.] \
         [{?announce}May I add you on LinkedIn as well?]",
        "I had my interview {when}, and I would like to thank you for [{?recruiter}making it possible|considering \
         me]. I would very much like to go on with {role}.\n\nI look forward to speaking with you as well. \
         [{?announce}I will send you a request on LinkedIn, if that is all right.]",
        "Thank you for the chance to interview with {company} {when}. It gave me a clear idea of what you are \
         looking for, and I would very much like to do this work.\n\nIf you want to talk before a decision is made, \
         I will make the time. [{?announce}I would also be glad to connect on LinkedIn.]",
    ],
};
