//! Thank-yous. Each build has its own words in every sentence, so that two people who compare theirs see two notes.

use super::Wording;

/// To those who ask the questions, and to whoever decides.
pub(in crate::letters) const CONVERSATION: Wording = Wording {
    subjects: &[
        "Thank you for {spoken}",
        "Our conversation {when}",
        "Thank you, and one thought",
        "After {spoken}",
    ],
    bodies: &[
        "<Thank you so much|Thank you|Thank you> for taking the time to talk with me {when}[{?last}, and for all the \
         care that went into the last round|{?again}, and for meeting me a second time]. [{said}|I have been \
         thinking about {topic} since.|I left with a much clearer picture of the work and of the people who do it.]\n\n\
         [{?bad}I was not at my best, and <I'd|I would> rather say so than leave it there. ][One thing I did not get \
         to say: {missed}] [There is one question that I would answer differently now[: “{question}”|.] {answer}]\n\n[With \
         {skill}, I believe I could be of use to [{?manager}your|the] team early on.|The conversation has made me \
         want {role} even more.] [{?announce}I will send you a LinkedIn request, so that we can stay in touch \
         either way.] [I look forward to hearing from you {promised}.|I look forward to the next step.]",
        "It was <a real pleasure|good|a pleasure> to meet you[{?again} again] {when}, and I am grateful for your \
         time. [{?said}One thing has stayed with me. {said}|I went on thinking about {topic} afterwards.|You \
         told me more about the job than any advertisement could.]\n\n[{?bad}Nerves got the better of me in \
         places. ][I meant to add this: {missed}] [[On “{question}”, here|On one question, here] is what I should have said. {answer}]\n\n[I \
         would be glad to bring {skill} to {company}.|I am keen on {role}, and meeting you has made me more so.] [{?announce}If you do not mind, I will add you on LinkedIn.] [[{?theirs}You mentioned that I would|I understand that I will] hear {promised}; until then I am happy to answer any question.|Should anything be open on your side, I am happy to answer.]",
        "<A quick but heartfelt thank-you|A short word of thanks|Please accept my thanks> for {spoken}. [{said}|Our talk about {topic} alone made it worthwhile.|You made it easy \
         to ask the questions that matter.]\n\n[{?bad}Not every answer of mine came out as I wanted. ][Let me add what \
         I left out: {missed}] [The one I would change is [“{question}”|this one]. {answer}]\n\nI can see myself \
         [putting {skill} to use|doing this work] at {company}[{?manager}, and I would like to be part of your team]. \
         [{?announce}May I add you on LinkedIn? A request will follow this note.] Please let me know if there is \
         anything more you need from me[{?promised} before you decide]. [{?last}Thank you too for a process that was \
         clear from start to end.]",
        "[{?again}Twice now you have made time for me, thank you|I appreciate the time you gave me {when}]. [{?said}One \
         thing above all I took home with me. {said}|I would gladly have talked about {topic} for another hour.|The way \
         your colleagues work together came through in everything you told me.]\n\n[{?bad}I know that I can show more \
         than I did. ][What I should have brought up: {missed}] [I have turned one of your questions over in my \
         head[, “{question}”]. {answer}]\n\n[What I would bring is {skill}, and this seems the place where it \
         counts.|This is the kind of work that I would like to spend my days on.] My interest in {role} is as \
         strong as ever. [{?announce}You will find a request from me on LinkedIn, in case you keep your contacts \
         there.] I hope to hear from you [{promised}|soon].",
        "Many thanks for the open conversation {when}. [{?said}I remember one part of it in particular. {said}|I especially \
         liked our exchange about {topic}.|I enjoyed hearing how the work is really done.]\n\n[{?bad}I was more \
         nervous than I would have liked. ][For completeness, something I forgot: {missed}] [I owe you a better reply \
         to [“{question}”|one question]. {answer}]\n\nAfter that I am all the more drawn to {company}[; {skill} would \
         fit in well there, I think]. [{?announce}I hope it is all right if I ask to connect on LinkedIn.] [[{?theirs}You said that there would|I understand that there will] be word {promised}, and I am glad to wait for it.|Whatever you need next, a reference or a sample of my work, I will gladly send.] [{?last}It was a well-run process, and I noticed.]",
        "<Before the week goes on: thank you for seeing|I would like to thank you for receiving> me {when}[{?later}, and for taking this further]. [{?said}Here \
         is what I remember most. {said}|Talking about {topic} with you was a treat.|It was a \
         conversation that I am glad to have had.]\n\n[{?bad}Some of my answers fell \
         short. ][One point is missing from what I told you: {missed}] [If you were to ask me again[, “{question}”], \
         I would say this. {answer}]\n\nI would enjoy working [{?manager}for you|beside you][, and {skill} would not \
         go to waste]. [{?announce}I will look you up on LinkedIn and ask to connect.] [My understanding is that \
         a decision comes {promised}; I am looking forward to it.|Let me know how I can help you decide.]",
        "[{?last}Now that the last round is behind us, I would like to thank you properly|I wanted to thank you in \
         writing for {spoken}]. [{said}|I could pick up our talk about {topic} again at any time.|You were generous with your answers, and that is not a matter of course.]\n\n[{?bad}I \
         have been asking myself where I was unclear. ][A thing worth knowing that did not come up: {missed}] [To \
         make up for [my answer to “{question}”|one weak answer]: {answer}]\n\n[From where I stand, {skill} and your \
         plans go well together.|From where I stand, it is a good match.] [{?announce}To keep in contact I will write \
         to you on LinkedIn as well.] I am excited about the prospect of joining {company} and [hope for good news {promised}|would be glad of a word on what happens next].",
        "Talking with you {when} was <a highlight of my week|time well spent|most instructive>; thank you. [{?said}To \
         pick up one thread: {said}|The part about {topic} was the one that I enjoyed most.|I had not expected to learn \
         so much in so little time.]\n\n[{?bad}There was more I could have shown. ][Permit me one addition: {missed}] \
         [Here is a clearer answer to [“{question}”|something you asked]. {answer}]\n\nEverything I heard confirms \
         that {role} is where I want to be[, and I am sure that {skill} would help]. [{?announce}A LinkedIn invitation \
         is on its way to you; there is no hurry about it.] [As I understood it, I will hear {promised}; should you need a detail until then, just ask.|Should a further talk be useful, I will make the time.]",
    ],
};

/// To recruiters, who arrange more than they decide.
pub(in crate::letters) const RECRUITER: Wording = Wording {
    subjects: &["Thank you for setting this up", "[Thank you, {name}|Thank you]", "A word after {spoken}"],
    bodies: &[
        "Thank you for everything you did to make {spoken} happen. [{said}|I enjoyed our talk about {topic}.|All was \
         well arranged, and that made a difference.]\n\n[I forgot to mention one thing, which you are welcome to pass on: {missed}] [A better answer to [“{question}”|one \
         of the questions], should it come up: {answer}]\n\n[I hope that {skill} came across.|I remain very interested in \
         {role}.] [{?announce}I will also send you a request on LinkedIn.] [I look forward to your news \
         {promised}.|I look forward to hearing how it goes on.]",
        "I am grateful for how well you looked after me {when}. [{said}|It was good to talk about {topic} too.|Not \
         every process is this clear.]\n\n[For your notes, a point that did not come up: {missed}] [About [“{question}”|one answer of mine]: I would put it \
         like this now. {answer}]\n\nFrom my side there is no doubt: I would like to go on[, and {skill} is what \
         I would bring]. [{?announce}Let us connect on LinkedIn, if that suits you.] Tell me whenever something is \
         missing[; otherwise I will expect word {promised}].",
        "<Just a line to say thanks for|I am writing to thank you for> your help before and during {spoken}. [{said}|That we came to talk about {topic} \
         made it better still.|It was good to have somebody to turn to.]\n\n[I would like to add something: {missed}] [On second thought, my answer to [“{question}”|one question] \
         would be this. {answer}]\n\nI am keen to take the \
         next step with {company}[, not least since it needs {skill}]. [{?announce}You will see an invitation from me \
         on LinkedIn.] Is there anything further you would like to have from me [in the meantime|now]?",
        "[{?later}Another round, and again it all went smoothly: thank you|It all went smoothly, thank you]. [{said}|I \
         was glad that we could speak about {topic}.|I enjoyed the conversation.]\n\n[What I did not say, and should have: {missed}] [If [“{question}”|that one question] is asked again, I would say \
         this. {answer}]\n\nMy \
         impression of {company} is a very good one, and I can well imagine myself in {role}[ with {skill}]. \
         [{?announce}A note on LinkedIn will follow.] Please pass my thanks on, and let me know [{promised}|in your \
         own time] what comes next.",
        "Many thanks for the time you put into this. [{said}|The talk we had about {topic} was useful.|It was a \
         friendly, well-prepared meeting.]\n\n[One more point for the file: {missed}] [I was not happy with what I said to [“{question}”|one of the \
         questions]; this is closer to it. {answer}]\n\nHaving heard more, I feel sure that the job suits me[, given {skill}]. \
         [{?announce}I would be happy to have you among my contacts on LinkedIn and will ask.] I am at hand for \
         dates, papers or references[, and curious to hear {promised}].",
        "[{?days_on}I would like to say thank you for arranging {spoken}.|With {spoken} still fresh, I would like to say thank you for arranging it.] [{said}|I made a note of what we \
         said about {topic}.|I felt welcome from the first minute.]\n\n[There is something that I would have liked to say: {missed}] [Afterwards a better reply to [“{question}”|one \
         question] came to me. {answer}]\n\nYes, I am interested, more than before[; I think \
         {skill} would be welcome there]. [{?announce}If I may, I will connect with you on LinkedIn.] Your word on \
         the further course will reach me at this address at any time[, and as I understand it, that will be {promised}].",
    ],
};

/// To somebody met for a moment.
pub(in crate::letters) const BRIEF: Wording = Wording {
    subjects: &["Good to meet you", "[Thank you, {name}|Thank you]", "A quick thank-you"],
    bodies: &[
        "It was good to meet you, if only for a moment, when I was at {company} {when}. [{said}|Our few words about {topic} \
         stayed with me.|Thank you for making me feel welcome.]\n\nI would enjoy a longer conversation one \
         day[{?announce}, and will send you a LinkedIn request]. Thanks again, and have a good week.",
        "Thank you for the friendly hello {when}. [{said}|I was pleased that {topic} came up.|Small kindnesses \
         count on such days.]\n\nI hope we will be colleagues before long[{?announce}; I will ask to connect on \
         LinkedIn until then].",
        "We did not have much time {when}, so let me say it here: I appreciated meeting you. [{said}|We touched on \
         {topic}, and I would like to hear more about it.|It helped to see a kind face in between.]\n\n[{?announce}I will \
         add you on LinkedIn, if you agree. ]Perhaps our paths cross again at {company}; I am looking forward to it.",
        "A brief note to thank you for looking after me {when}. [{said}|It was nice to talk about {topic}, too.|It \
         made the day easier.]\n\nWhatever comes of it, I was glad to get to know \
         {company}[{?announce}, and would like to link up with you on LinkedIn]. I would be happy to be back.",
        "Even our few minutes {when} told me something about {company}, and I am thankful for them. [{said}|I think of the \
         part about {topic}.|People there seem to enjoy what they do.]\n\nI am keen to see more of it. [{?announce}Look \
         out for an invitation from me on LinkedIn.]",
        "Thanks for stopping to talk {when}. [{said}|I enjoyed our minutes about {topic}.|It made the day a \
         pleasant one.]\n\nI would like to work with people like you, so my fingers are crossed. [{?announce}I will \
         write to you on LinkedIn as well.]",
    ],
};

/// To somebody who decides but was not there.
pub(in crate::letters) const UNMET: Wording = Wording {
    subjects: &["Thank you for your team’s time", "A word of thanks"],
    bodies: &[
        "We have not met yet, but I would like to thank you for the time that your team gave me {when}. I heard a good \
         deal about the work, and everything I heard makes me more interested in {role}.\n\nI would be glad to meet you. \
         [{?announce}May I add you on LinkedIn as well?] Please let me know if you have any question of your own.",
        "Although you could not be there {when}, I know that {role} is yours to fill, and I am thankful for the chance. \
         The people who met me on your behalf did it well.\n\nI am keen to go on, and I look forward to speaking with you \
         in person.",
        "Thank you for having me at {company} {when}. Your colleagues took their time, asked good questions and answered \
         mine.\n\nI would very much like to work with all of you. Should you wish to talk before you decide, I will make \
         myself available.",
    ],
};
