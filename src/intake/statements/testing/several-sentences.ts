/** The data model of sentences about several records, as `modelOf` reads it. */
export const severalModel = `
course (courses): title string, capacity integer, status planned|open|closed, fee money, budget money
enrolment (enrolments): course -> course, member -> member, paid-amount money, status requested|confirmed|withdrawn
member (members): name string, blocked boolean
`;

/** Rules that count, add up or look at other records, and what each becomes. */
export const severalSentences = `
A course can have at most 20 enrolments. ⇒ course: count(enrolment via course) ≤ 20
The number of enrolments of a course must not exceed its capacity. ⇒ course: count(enrolment via course) ≤ capacity
A course must have at least one enrolment. ⇒ course: count(enrolment via course) ≥ 1
A member cannot have more than 2 confirmed enrolments. ⇒ member: count(enrolment via member where status = 'confirmed') ≤ 2
A course can have at most 3 enrolments that are requested. ⇒ course: count(enrolment via course where status = 'requested') ≤ 3
A course can only be opened if it has at least three enrolments. ⇒ course open to open if count(enrolment via course) ≥ 3
Enrolments can only be created while the course is open. ⇒ enrolment: create: course.status = 'open'
An enrolment cannot be created if the course is closed. ⇒ enrolment: create: not course.status = 'closed'
A course with confirmed enrolments cannot be deleted. ⇒ course: delete: count(enrolment via course where status = 'confirmed') = 0
The sum of paid amounts of a course must not exceed 10000. ⇒ course: sum(enrolment via course of paid-amount) ≤ 10000
The total of all paid amounts must not exceed the budget of the course. ⇒ course: sum(enrolment via course of paid-amount) ≤ budget
The paid amount of an enrolment must not exceed the fee of the course. ⇒ enrolment: paid-amount ≤ course.fee
`;
