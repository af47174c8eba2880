/** The data model of sentences as officials write them, as `modelOf` reads it. */
export const permitModel = `
resident: name string, email email, date-of-birth date, active boolean
zone: code string, name string, maximum-number-of-permits integer, monthly-fee money
permit: number string, resident -> resident, zone -> zone, plate string, valid-from date, valid-until date, fee money, discount decimal, status requested|granted|rejected|expired|cancelled, rejection-reason text, granted-at datetime, notes text
payment: permit -> permit, amount money, paid-on date, method card|cash|transfer
fine: permit -> permit, charge money, issued-at datetime, due-date date, state open|paid|appealed|dropped
`;

export const permitRoles: readonly string[] = ['manager', 'clerk'];

/** What must not be read as something else, and what each sentence says; `?` where it is a question. */
export const permitSentences = `
Only a requested permit can be granted or rejected. ⇒ permit ? from requested to granted; permit ? from requested to rejected
An open fine can be paid, appealed or dropped. ⇒ fine ? from open to paid; fine ? from open to appealed; fine ? from open to dropped
Requested permits can be cancelled. ⇒ permit cancel from requested to cancelled
A cancelled permit stays cancelled. ⇒ permit final cancelled
Expired permits remain expired. ⇒ permit final expired
Only managers may drop a fine. ⇒ fine drop to dropped by manager
Residents under 18 cannot have permits. ⇒ permit: create: resident.date-of-birth ≤ today - P18Y
Each zone has a unique ID. ⇒ ?
Fines are never edited or deleted. ⇒ ?
Payments cannot be changed or deleted. ⇒ payment: update: (present(old.permit) → permit = old.permit and present(old.amount) → amount = old.amount and present(old.paid-on) → paid-on = old.paid-on and present(old.method) → method = old.method); payment: delete: false
Granted permits can't be edited or deleted. ⇒ permit: update: old.status = 'granted' → (kept(number) and kept(resident) and kept(zone) and kept(plate) and kept(valid-from) and kept(valid-until) and kept(fee) and kept(discount) and kept(rejection-reason) and kept(granted-at) and kept(notes)); permit: delete: status ≠ 'granted'
Payments of a permit can't be deleted. ⇒ ?
Permits and fines are never deleted. ⇒ permit: delete: false; fine: delete: false
Valid from must not lie after valid until. ⇒ permit: valid-from ≤ valid-until
Inactive residents can't request new permits. ⇒ permit: create: resident.active = true
A rejected permit cannot get any fines. ⇒ fine: create: permit.status ≠ 'rejected'
Cancelled or expired permits can't have payments. ⇒ payment: create: not permit.status in ['cancelled', 'expired']
Payments cannot be added to cancelled permits. ⇒ payment: create: permit.status ≠ 'cancelled'
Active residents may not be changed or deleted. ⇒ resident: update: old.active = true → (kept(name) and kept(email) and kept(date-of-birth)); resident: delete: active ≠ true
A granted permit can only be expired or cancelled. ⇒ permit ? not from granted to requested; permit ? not from granted to rejected
Rejected and cancelled permits are final. ⇒ permit final rejected|cancelled
Active residents can't make new permits. ⇒ permit: create: resident.active ≠ true
A permit lasts between 1 and 12 months. ⇒ permit: valid-until ≥ valid-from + P1M; permit: valid-until ≤ valid-from + P12M
Permits longer than 6 months need notes. ⇒ permit: valid-until > valid-from + P6M → present(notes)
When a permit is granted, the granted at time must be set. ⇒ permit: status = 'granted' → present(granted-at)
The e-mail of a resident must be unique. ⇒ resident.email unique
The number must be unique and never changes. @permit ⇒ permit.number unique; permit: update: present(old.number) → number = old.number
The number must be unique, and must not be changed. @permit ⇒ permit.number unique; permit: update: present(old.number) → number = old.number
The number must be given and must not be empty once the permit is granted. @permit ⇒ ?
Only a manager may change the fee. ⇒ permit: update: (kept(fee) or role(manager))
Plates must contain digits. ⇒ ?
Residents under 18 cannot have zones. ⇒ ?
Cash payments are limited to 100 euros. ⇒ ?
A zone has at most 20 permits. ⇒ zone: count(permit via zone) ≤ 20
Notes may be left empty and hold up to 1000 characters. ⇒ permit.notes maxLength 1000
Notes may be empty. ⇒ ?
A permit is at most 366 days long. ⇒ permit: valid-until ≤ valid-from + P366D
A permit is valid for at most one year. ⇒ permit: valid-until ≤ valid-from + P1Y
Permits are valid for a maximum of 12 months. ⇒ permit: valid-until ≤ valid-from + P12M
The validity of a permit must not exceed 12 months. ⇒ permit: valid-until ≤ valid-from + P12M
The validity period may not exceed 12 months. @permit ⇒ permit: valid-until ≤ valid-from + P12M
Two permits for the same plate must not overlap. ⇒ permit: count(permit where (plate = this.plate and valid-from < this.valid-until and valid-until > this.valid-from)) ≤ 1
When a permit is rejected, a rejection reason is mandatory. ⇒ permit: status = 'rejected' → present(rejection-reason)
If the discount is over 50, the permit is rejected. ⇒ permit: not discount > 50
Payments are never deleted. ⇒ payment: delete: false
A payment can't be changed after it has been recorded. ⇒ payment: update: (present(old.permit) → permit = old.permit and present(old.amount) → amount = old.amount and present(old.paid-on) → paid-on = old.paid-on and present(old.method) → method = old.method)
The discount is a percentage between 0 and 50. ⇒ permit.discount ≥0 ≤50
The sum of payments for a permit cannot be higher than its fee. ⇒ permit: sum(payment via permit of amount) ≤ fee
The due date of a fine is at least 14 days after it was issued. ⇒ fine: due-date ≥ issued-at + P14D
The same plate cannot have two permits in the same zone. ⇒ permit unique(plate, zone)
Plate and zone together are unique. ⇒ permit unique(plate, zone)
Each permit has a unique number. ⇒ permit.number unique
After granting, zone and plate are frozen. ⇒ permit: update: old.status = 'granted' → (kept(zone) and kept(plate))
Valid from can't lie in the past. ⇒ permit: when set: valid-from ≥ today
A permit must not start more than 60 days from now. ⇒ permit: when set: valid-from ≤ today + P60D
Permits can be requested at most 60 days in advance. ⇒ permit: when set: valid-from ≤ today + P60D
Permits must be requested at least 3 days in advance. ⇒ permit: when set: valid-from ≥ today + P3D
No zone may have more granted permits than its maximum. ⇒ zone: count(permit via zone where status = 'granted') ≤ maximum-number-of-permits
No zone can have more permits than its maximum number of permits. ⇒ zone: count(permit via zone) ≤ maximum-number-of-permits
The number of granted permits in a zone must not exceed the maximum number of permits of the zone. ⇒ zone: count(permit via zone where status = 'granted') ≤ maximum-number-of-permits
A resident may hold no more than two granted permits at the same time. ⇒ resident: count(permit via resident where status = 'granted') ≤ 2
Plates consist of 2 to 10 letters and digits. ⇒ permit.plate pattern ^[A-Za-z0-9]{2,10}$
A member of the public may not object. ⇒ ?
If a permit is granted or rejected, notes are required. ⇒ permit: status in ['granted', 'rejected'] → present(notes)
Amounts of at least 3 must have permits. ⇒ ?
A resident must be 18 or older. ⇒ resident: date-of-birth ≤ today - P18Y
`;
