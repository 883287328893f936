//! Notes that had no part in choosing the threshold: written apart from the others, before any was measured.
//!
//! Fourteen families. Each has a note to Dana and four to Ben: *renamed* (the same, with names, days and a word or two
//! changed), *filled* (the same sentences with other matters in them, as from a template), *reworded* (the same
//! thoughts in the same order, lightly put otherwise) and *course* (another note that follows the same course). A
//! colleague with both in hand would see that the first three were made from Dana's; the fourth was not. They are
//! thank-yous, follow-ups, answers and requests, stiff ones and loose ones.

/// A note, and four others beside it.
pub struct Family {
    pub note: &'static str,
    pub renamed: &'static str,
    pub filled: &'static str,
    pub reworded: &'static str,
    pub course: &'static str,
}

pub const FAMILIES: [Family; 14] = [
    Family {
        note: "Thank you for seeing me on Tuesday. I left with a page of notes on how you run the night desk, and with \
               one question I should have asked: who decides when a story is held? I have sat on both sides of that \
               call. I would like to sit on yours, and I hope we speak again soon.",
        renamed: "Thank you for seeing me on Thursday. I left with a page of notes on how you run the night desk, and \
                  with one question I should have asked: who decides when a story is held? I have sat on both sides \
                  of that call. I would love to sit on yours, and I hope we speak again soon.",
        filled: "Thank you for seeing me on Tuesday. I left with a page of notes on how you train the new drivers, and \
                 with one question I should have asked: who rides along in the first week? I have sat on both sides of \
                 that bench. I would like to sit on yours, and I hope we speak again soon.",
        reworded: "Many thanks for meeting me on Tuesday. I went home with a page full of notes on how you manage the \
                   night desk, and with a question that I ought to have put: who decides that a story is held back? I \
                   know both sides of that call. I would be glad to sit on yours, and hope that we talk again before \
                   long.",
        course: "Thanks for having me in on Tuesday. The tour of the press hall was the best part, since I had only \
                 known such machines from the noise. You told me that the second shift is short of people who can read \
                 a layout; that would suit me. May I look forward to a second talk?",
    },
    Family {
        note: "It was great to talk yesterday. You asked how I would cut your returns, and I said packaging without \
               much thought. I still think so: half of what came back to us in Leeds had been fine until the van. If \
               it helps, I can send the figures. I am very keen to work on this with you.",
        renamed: "It was great to talk on Monday. You asked how I would cut your returns, and I said packaging without \
                  much thought. I still think so: half of what came back to us in Hull had been fine until the van. If \
                  it helps, I can send the figures. I am really keen to work on this with you.",
        filled: "It was great to talk yesterday. You asked how I would fill your evening courses, and I said posters \
                 without much thought. I still think so: half of those who came to us in Leeds had never opened the \
                 site. If it helps, I can send the designs. I am very keen to work on this with you.",
        reworded: "I enjoyed our talk yesterday. You wanted to know how I would bring your returns down, and I answered \
                   packaging without thinking long. I have not changed my mind: half of the things we got back in Leeds \
                   were fine until they met the van. If it is of use, I will send you the numbers. I would be very \
                   happy to work on it with you.",
        course: "I liked our call yesterday, above all the part about slow shelves. My first idea was too quick, so \
                 here is a better one: put what sells last beside what sells first for a fortnight and count. We did \
                 that with lamps. I would enjoy trying it in your shops.",
    },
    Family {
        note: "Dear Ms Reyes, I should like to thank you and your colleagues for the courteous reception. The case that \
               you set me was demanding, and I was glad to see that its weak point was the one I had suspected. I \
               remain at your disposal for any further question and would consider it an honour to join the practice.",
        renamed: "Dear Mr Ode, I should like to thank you and your colleagues for the courteous reception. The case \
                  that you set me was demanding, and I was pleased to see that its weak point was the one I had \
                  suspected. I remain at your disposal for any further question and would consider it an honour to \
                  join the practice.",
        filled: "Dear Mr Ode, I should like to thank you and your colleagues for the courteous reception. The contract \
                 that you showed me was instructive, and I was glad to see that its last clause was the one I had \
                 missed. I remain at your disposal for any further document and would consider it an honour to join \
                 the chambers.",
        reworded: "Dear Mr Ode, I would like to express my thanks to you and your colleagues for the kind reception. \
                   The case you gave me was a demanding one, and it pleased me that its weak spot was where I had \
                   suspected it. I am at your disposal should there be further questions, and it would be an honour \
                   for me to join the practice.",
        course: "Dear Mr Ode, allow me to thank the partners for an afternoon well spent. I had not expected to discuss \
                 maritime law, yet the hour on salvage was the most rewarding. Should you require my certificates, I \
                 shall bring them in person. It would please me greatly to be one of you.",
    },
    Family {
        note: "Thanks for the chat today! The bit about the reservation bot made my day, I have broken that exact thing \
               twice. I looked at the open ticket on the way home and I think the retry is the culprit. Would love to \
               be on your team. Talk soon, I hope.",
        renamed: "Thanks for the chat on Friday! The bit about the reservation bot made my day, I have broken that exact \
                  thing twice. I looked at the open ticket on the train home and I think the retry is the culprit. \
                  Would love to be on your team. Talk soon, I hope.",
        filled: "Thanks for the chat today! The bit about the seating plan made my week, I have drawn that exact thing \
                 twice. I looked at the open plan on the way home and I think the pillar is the culprit. Would love to \
                 be on your team. Talk soon, I hope.",
        reworded: "Thank you for the chat today! What you said about the reservation bot made my day, since I broke the \
                   very same thing two times. On the way home I had a look at the open ticket, and I believe that it is \
                   the retry. I would love to be in your team. Hope we talk soon.",
        course: "That was a fun call, thank you! I did not know anybody else kept a list of odd log lines. Mine starts \
                 with a printer that reported rain. Count me in if there is a next round, and bring the list.",
    },
    Family {
        note: "Thank you for the second interview. Meeting the whole team over coffee told me more than any question \
               could have: people finish each other's sentences, and then apologise for it. I understand that you \
               choose next week. Whatever you choose, I would be proud to have been considered, and I am ready to \
               start in June.",
        renamed: "Thank you for the second interview. Meeting the whole team over lunch told me more than any question \
                  could have: people finish each other's sentences, and then apologise for it. I understand that you \
                  choose on Friday. Whatever you choose, I would be proud to have been considered, and I am ready to \
                  start in July.",
        filled: "Thank you for the second interview. Seeing the whole workshop after hours told me more than any tour \
                 could have: people sweep each other's benches, and then joke about it. I understand that you decide \
                 next month. Whatever you decide, I would be proud to have been invited, and I am ready to move in June.",
        reworded: "Thank you for inviting me a second time. To meet the whole team over a coffee told me more than \
                   questions could: they finish each other's sentences and apologise afterwards. I gather that you will \
                   choose next week. Whichever way it goes, I am proud that you considered me, and I could start in \
                   June.",
        course: "Thank you for the final round. The presentation went by faster than I had planned, so the slide on \
                 costs never came. It is attached now, with the assumption you doubted marked in red. June would suit \
                 me for a start, and I look forward to your decision.",
    },
    Family {
        note: "I am writing to ask whether there is any news about the planner position. You had hoped to decide by the \
               end of last week. I am still very interested, not least because of the cargo project, and I can come in \
               at short notice if another conversation would help. Thank you for a short reply.",
        renamed: "I am writing to ask whether there is any news about the analyst position. You had hoped to decide by \
                  the end of March. I am still very interested, not least because of the cargo project, and I can come \
                  in at short notice if another conversation would help. Many thanks for a short reply.",
        filled: "I am writing to ask whether there is any news about the librarian position. You had hoped to decide by \
                 the start of the term. I am still very interested, not least because of the local archive, and I can \
                 call in at lunch time if another conversation would help. Thank you for a short reply.",
        reworded: "I write to ask if there is news on the planner position. You hoped to have decided by the end of last \
                   week. My interest is as strong as before, especially because of the cargo project, and if one more \
                   conversation is of help I can come at short notice. Thank you for a brief answer.",
        course: "When we spoke you thought that a week would be enough. I know how that goes, so only a quick question: \
                 is the post still open, and is there something you would like to see from me meanwhile? I would be \
                 happy to wait for the right moment.",
    },
    Family {
        note: "Thank you for letting me know, and for writing it yourself. I am sorry, of course, but I came away with a \
               high opinion of your department. If a place opens in the field team, please think of me: the outdoor \
               part was what I liked best. I wish you and your new colleague a good start.",
        renamed: "Thank you for letting me know, and for writing it yourself. I am sorry, of course, but I came away with \
                  a high opinion of your company. If a place opens in the field team, please think of me: the outdoor \
                  part was what I liked most. I wish you and your new colleague a good start.",
        filled: "Thank you for letting me know, and for calling me first. I am sorry, of course, but I came away with a \
                 long list of your exhibitions. If a place opens in the print room, please think of me: the paper part \
                 was what I knew best. I wish you and your new curator a good start.",
        reworded: "Thanks for telling me, and for doing it in person. Of course I am sorry, but my opinion of your \
                   department is a high one. Should a place become free in the field team, please keep me in mind: what \
                   I liked best was the part outdoors. I wish you and the new colleague all the best for the start.",
        course: "I appreciate the clear answer, even though I had hoped for another. Your remark that my examples were \
                 all from one trade was fair, and I will work on it. Perhaps we meet at the spring fair; I will be the \
                 one with better examples.",
    },
    Family {
        note: "Hello Dana, it was good to compare notes on grant writing last week. May I add you here? I would like to \
               see how the river project turns out.",
        renamed: "Hello Ben, it was good to compare notes on grant writing last month. May I add you here? I would love to \
                  see how the river project turns out.",
        filled: "Hello Ben, it was good to compare notes on stage lighting last week. May I add you here? I would like to \
                 see how the winter show turns out.",
        reworded: "Hi Ben, I enjoyed comparing notes about grant writing with you last week. Could I add you here? It would \
                   be nice to see what becomes of the river project.",
        course: "Hi Ben, we talked at the open day about soil maps. I promised the link to the survey; connect with me and \
                 it is yours.",
    },
    Family {
        note: "I wanted to say thank you once more. When I told you that I had left my last job without another, you did \
               not look at your papers but asked what I had learned. Few people do. I learned to say no early, and I \
               think your clients would be better for it. I hope to hear from you.",
        renamed: "I wanted to say thank you once more. When I told you that I had left my last job without another, you \
                  did not look at your papers but asked what I had learned. Few people do. I learned to say no early, \
                  and I think Globex would be better for it. I look forward to hearing from you.",
        filled: "I wanted to say thank you once more. When I told you that I had built my first boat without a plan, you \
                 did not look at the clock but asked what I had broken. Few people do. I broke the same rib twice, and I \
                 think your students would be better for it. I hope to hear from you.",
        reworded: "I would like to thank you once more. When I said that I left my last position without having another, \
                   you did not look down at your papers, you asked me what I had learned from it. Not many do that. What \
                   I learned is to say no early, and I believe that your clients would be better off with it. I am \
                   hoping to hear from you.",
        course: "Thank you for being so direct about the gap in my record. Most people step around it. It was a year with \
                 my father and his orchard, and I came back with more patience than I had left with. I would be glad to \
                 spend some of it on your accounts.",
    },
    Family {
        note: "Thank you for your time this morning. I have thought about the scheduling puzzle and would now start from \
               the rooms, not from the teachers: rooms do not fall ill. A sketch is attached. The role interests me very \
               much, and I am free for a call on any afternoon.",
        renamed: "Thank you for your time on Wednesday. I have thought about the scheduling puzzle and would now start from \
                  the rooms, not from the teachers: rooms do not fall ill. A sketch is attached. The position interests \
                  me very much, and I am free for a call on any afternoon.",
        filled: "Thank you for your time this morning. I have thought about the pricing puzzle and would now start from the \
                 season, not from the guests: seasons do not cancel. A table is attached. The role interests me very much, \
                 and I am free for a call on any weekend.",
        reworded: "Thanks for taking the time this morning. Having thought about the scheduling puzzle, I would begin with \
                   the rooms now instead of the teachers, since rooms are never ill. I attach a sketch. I am very \
                   interested in the role and can take a call any afternoon.",
        course: "Many thanks for this morning. Since you asked for a plan of my first month: I would spend two weeks \
                 listening at the counter, one on the complaints drawer and one writing down what nobody had. I would \
                 gladly begin with the counter.",
    },
    Family {
        note: "What a pleasant surprise to be interviewed by someone who had read my thesis. You are right that the third \
               chapter gives up too soon. I wrote it in the month my daughter was born. I would pick it up again at Acme, \
               with your instruments and your patience, if you let me.",
        renamed: "What a pleasant surprise to be interviewed by someone who had read my thesis. You are right that the third \
                  chapter gives up too soon. I wrote it in the month my daughter was born. I would pick it up again at \
                  Globex, with your instruments and your patience, if you let me.",
        filled: "What a pleasant surprise to be shown around by someone who had seen my garden. You are right that the far \
                 corner gives up too soon. I planted it in the year my daughter was born. I would take it up again at Acme, \
                 with your seeds and your patience, if you let me.",
        reworded: "It was a pleasant surprise that my interviewer had read my thesis. You are right, the third chapter gives \
                   up too early. I wrote that one in the month when my daughter was born. With your instruments and your \
                   patience I would take it up again at Acme, if you allow me.",
        course: "Few interviewers have asked me about the dissertation, and none had found the error in table four. Thank \
                 you, truly. I have corrected it, and the result holds with less drama. It would be a joy to do the next \
                 study at your institute.",
    },
    Family {
        note: "Thank you for the offer, which I read twice to be sure. Before I answer I would like to understand two things: \
               how the bonus was paid in the last years, and whether Fridays from home are the rule or a favour. Could we \
               talk on Thursday? I will give you my answer by the end of the week.",
        renamed: "Thank you for the offer, which I read twice to be sure. Before I answer I would like to understand two \
                  things: how the bonus was paid in the last years, and whether Mondays from home are the rule or a favour. \
                  Could we talk on Tuesday? I will give you my answer by the end of the month.",
        filled: "Thank you for the contract, which I read twice to be sure. Before I sign I would like to understand two \
                 things: how the overtime was paid in the last summer, and whether tools of my own are the rule or a favour. \
                 Could we talk on Thursday? I will give you my answer by the end of the week.",
        reworded: "Thanks for the offer; I read it two times to be certain. There are two things I would like to understand \
                   before I answer: how the bonus was paid in recent years, and if working from home on Fridays is a rule or \
                   a favour. Can we speak on Thursday? You will have my answer before the week is over.",
        course: "Your letter made my evening, thank you. I am inclined to say yes. My one open point is the notice period, \
                 which is longer than my present lease. If that can be moved by a month, you have a new colleague.",
    },
    Family {
        note: "Thank you for making room for me between two meetings. We only had a quarter of an hour, but I will remember \
               what you said about mistakes in public. I would be glad to hear the long version one day, as your colleague \
               or over a coffee.",
        renamed: "Thank you for making room for me between two meetings. We only had half an hour, but I will remember what \
                  you said about mistakes in public. I would be happy to hear the long version one day, as your colleague or \
                  over a coffee.",
        filled: "Thank you for making room for me between two classes. We only had a quarter of an hour, but I will remember \
                 what you said about silence in rehearsals. I would be glad to hear the long version one day, as your \
                 assistant or over a beer.",
        reworded: "Thank you for finding time for me between two meetings. It was only a quarter of an hour, but what you said \
                   about making mistakes in public I will remember. One day I would like to hear the long version, over a \
                   coffee or as a colleague of yours.",
        course: "Thank you for walking me to the lift. In those two minutes I learned who really runs the building, and I \
                 have written to him about the badge. I hope that I will need it again.",
    },
    Family {
        note: "Thank you for the conversation about the lead role. Three things stayed with me: that you promote from within, \
               that the on-call week is shared by everyone, and that you measure a release by its quiet days. I have led a \
               team of six through two such years. I would like to do it with yours and look forward to the next step.",
        renamed: "Thank you for the conversation about the analyst role. Three things stayed with me: that you promote from \
                  within, that the on-call week is shared by everyone, and that you measure a release by its quiet days. I have \
                  led a team of five through two such years. I would love to do it with yours and look forward to the next \
                  step.",
        filled: "Thank you for the conversation about the head gardener role. Three things stayed with me: that you compost \
                 on site, that the weekend watering is shared by everyone, and that you judge a border by its winter. I have \
                 led a team of six through four such parks. I would like to do it with yours and look forward to the next step.",
        reworded: "Thank you for our conversation on the lead role. Three things have stayed with me: you promote from within, \
                   everyone shares the on-call week, and a release is measured by its quiet days. For two years of that kind I \
                   led a team of six. I would be glad to do so with yours and am looking forward to the next step.",
        course: "Thank you for the open words about the lead role. I had feared a job of meetings and found one of decisions. \
                 What I can bring is a habit of writing them down on the same day. Tell me when I may meet the others.",
    },
];
