//! Thank-you notes as people write them, each on its own. All follow much the same course, as such notes do.

pub const NOTES: [&str; 22] = [
    "Thank you for taking the time to talk with me on Friday. I enjoyed hearing how your team moved its billing to Postgres without a night of downtime. The way you test each step twice is how I like to work too. I am very interested in the role at Acme and look forward to hearing from you.",
    "Thanks so much for your time on Friday. What you told me about hiring nurses into a data team has stuck with me. I had never thought of triage as a ranking problem, but of course it is. I would love to be part of that. Please let me know if you need anything else from me.",
    "It was a pleasure to meet you on Friday. Your story about the winter outage made me laugh and then made me think. I would have pulled the same lever, and I would have regretted it as well. I am keen on the position and I look forward to the next step.",
    "I wanted to thank you for our conversation on Friday. You asked what I would change about your onboarding, and I gave a short answer. A longer one: I would let new people fix one real bug in their first week. I remain very interested in Acme and hope to hear from you soon.",
    "Thank you for meeting with me on Friday and for showing me the warehouse. Seeing the scanners in use explained more than any slide could. I think my years in logistics would help when the second site opens. I look forward to hearing what you decide.",
    "Many thanks for the interview on Friday. I appreciated that you were frank about the workload before the release. It is a price I know from the agency, and one that I would pay again for work of this kind. I am very interested and available from May.",
    "Thank you for your time on Friday. We ran out of minutes before I could ask about the mentoring scheme, which is what drew me to Acme in the first place. If there is somebody who runs it, I would be glad of an introduction. I look forward to hearing from you.",
    "It was good to talk to you on Friday. I have read the paper on cache warming that you mentioned, and section four describes my old team to a fault. I am looking forward to arguing about it with you, in whatever setting. Thanks again for the conversation.",
    "Thank you for making the panel on Friday feel like a chat. I liked that each of you had a different picture of the role and said so. Mine is closest to yours: less reporting, more talking to shops. I am excited about the chance to do that at Acme.",
    "Thanks for seeing me on Friday at such short notice. Your question about the worst dashboard I ever built was fair, and I forgot to say how it ended. We deleted it, and nobody noticed for a month. I hope to bring that kind of honesty to your team.",
    "I appreciate the time you spent with me on Friday. It helped to hear that accessibility is part of your definition of done and not a phase at the end. I have shipped two products that way and would not go back. Please tell me how I can help with your decision.",
    "Thank you for the tour and the talk on Friday. The greenhouse on the roof is a fine place to think, as you said. I keep turning over your idea of pricing by season, since we tried it once with apples. I would very much like to continue that discussion as a colleague.",
    "Thank you for the thorough technical round on Friday. The exercise with the broken queue was fun, though I found the second fault only on the train home. It is the missing acknowledgement, is it not? I am keen to work with people who set such puzzles.",
    "It was a pleasure to speak with you on Friday. As a former teacher I was glad to hear how much your support team writes for parents. Clear letters save everybody three phone calls. I would enjoy helping with that and look forward to your answer.",
    "Thanks for the call on Friday. You described the job as forty percent spreadsheets and sixty percent diplomacy, which made me want it more. I have done both, and the second pays better. I look forward to meeting the rest of the group.",
    "Thank you for considering me for the role and for the open talk on Friday. I understood that the first months would be about winning back two clients. That is work that I have done before, with patience and a lot of coffee. I am very interested and would be glad to send references.",
    "I am grateful for the hour you gave me on Friday. The museum's plan to lend its archive to schools is a wonderful one. In my last post I packed two hundred such boxes, and I know what breaks. I would be delighted to help and hope to hear from you.",
    "Thank you for the conversation on Friday. I was struck by how calmly your engineers talk about risk. At the railway we learned that tone from the signallers. I would feel at home with you and am looking forward to the next round.",
    "Thanks again for lunch on Friday. I did not expect to spend half of it on bread, but your point about slow processes holds for compilers too. I am still very interested in the position. If a trial day would help, I can make the time.",
    "Thank you for the interview on Friday. Your remark that good translators ask more questions than they answer describes the best editors I have had. I would like to become one at Acme. Do let me know whether a sample in Portuguese would be of use.",
    "It was kind of you to take over the interview on Friday when your colleague fell ill. You made the switch look easy, and the questions on audit trails were the best of the day. I would be glad to work with you, and I wish her a quick recovery.",
    "Thank you for walking me through the clinic's numbers on Friday. The drop in missed appointments after the text reminders is remarkable. I wonder whether the same could be done for prescriptions. I am keen to find out with your team and look forward to hearing from you.",
];

/// Sentences that only one person would get, to be put in the place of another.
pub const SPARE: [&str; 6] = [
    "What you said about the garden behind the office stayed with me.",
    "I had not heard of the pilot in Leeds before, and I would like to read more about it.",
    "Your path from the shop floor to planning is one that I would like to follow.",
    "The model railway on your desk gave away a patient person.",
    "I went home and looked up the regulation that you quoted.",
    "Your advice on moving to the coast was sound, by the way.",
];
