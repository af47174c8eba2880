/** The data model of the English sentences, as `modelOf` reads it. */
export const englishModel = `
project: name string, status active|archived, start-date date, end-date date, budget money, description text
task: title string, status todo|in_progress|done|cancelled, priority low|medium|high, due-date date, start-date date, reason text, progress integer, assignee -> user, project -> project, tags list
order: number string, customer -> customer, status draft|submitted|approved|paid|shipped|delivered|cancelled, total money, discount decimal, order-date date, delivery-date date, cancellation-reason text, shipping-address string
order-item (item/line item/line/lines/line items/items): order -> order, product -> product, quantity integer, amount money
product: sku string, name string, price money, sale-price money, stock integer, category -> category, active boolean, description text
category (categories): name string
customer: name string, email email, phone phone, vip boolean, credit-limit money
user: email email, password string, username string, age integer
review: user -> user, product -> product, rating integer, comment text
booking: room -> room, start-time datetime, end-time datetime, guests integer, status pending|confirmed|cancelled
room: name string, capacity integer
member: name string, email email, date-of-birth date
book: isbn string, title string, status available|borrowed
loan: book -> book, member -> member, loan-date date, due-date date, return-date date, status active|returned|overdue
comment: author -> user, text text, post -> post
post: title string, body text, status draft|published, author -> user
event: title string, starts-at datetime, ends-at datetime, capacity integer
invoice: number string, status draft|sent|paid, amount money, due-date date, issue-date date, order -> order
`;

export const englishRoles: readonly string[] = [
  'admin',
  'manager',
  'customer',
  'editor',
  'librarian',
  'author',
  'hr',
];

/** `sentence @entity-of-its-heading ⇒ findings`. */
export const englishSentences = `
Rating must be between 1 and 5. ⇒ review.rating ≥1 ≤5
The rating must be at least 1. ⇒ review.rating ≥1
The rating is an integer from 1 to 5 ⇒ review.rating ≥1 ≤5
The price must be greater than 0. ⇒ product.price >0
Price cannot be negative. ⇒ product.price ≥0
Stock must not be negative. ⇒ product.stock ≥0
Stock can never go below zero ⇒ product.stock ≥0
A product's price must be positive. ⇒ product.price >0
The product name must be at least 3 characters long. ⇒ product.name minLength 3
Product names must be between 3 and 100 characters. ⇒ product.name minLength 3 maxLength 100
The title must not exceed 200 characters. @task ⇒ task.title maxLength 200
Title is required. @task ⇒ task.title required
A task must have a title. ⇒ task.title required
Every task needs a title and a project. ⇒ task.title required; task.project required
Customer email must be unique and valid. ⇒ customer.email unique
SKU must be unique. ⇒ product.sku unique
ISBN must be unique ⇒ book.isbn unique
Two products cannot have the same SKU. ⇒ product.sku unique
Progress must be between 0 and 100. ⇒ task.progress ≥0 ≤100
The end date must be after the start date. ⇒ project: end-date > start-date
End date cannot be before start date. ⇒ project: end-date ≥ start-date
The end date must be on or after the start date. @project ⇒ project: end-date ≥ start-date
A project's end date must be later than its start date. ⇒ project: end-date > start-date
The delivery date must be at most 45 days after the order date. ⇒ order: delivery-date ≤ order-date + P45D
The delivery date must not be more than 45 days after the order date. ⇒ order: delivery-date ≤ order-date + P45D
The delivery date must be at least 2 days after the order date. ⇒ order: delivery-date ≥ order-date + P2D
The due date must be within 30 days of the loan date. ⇒ loan: due-date ≤ loan-date + P30D
The due date cannot be in the past. @task ⇒ task: when set: due-date ≥ today
Start time must be in the future. ⇒ booking: when set: start-time > now
A cancellation reason is required when the status is cancelled. ⇒ order: status = 'cancelled' → present(cancellation-reason)
If the status is cancelled, then a reason must be provided. @task ⇒ task: status = 'cancelled' → present(reason)
A cancelled order must have a cancellation reason. ⇒ order: status = 'cancelled' → present(cancellation-reason)
When an order is cancelled, a cancellation reason must be provided. ⇒ order: status = 'cancelled' → present(cancellation-reason)
Cancellation reason is mandatory if status = cancelled ⇒ order: status = 'cancelled' → present(cancellation-reason)
The shipping address is required unless the order is a draft. ⇒ order: not status = 'draft' → present(shipping-address)
A discount is only allowed if the customer is VIP. ⇒ order: present(discount) → customer.vip = true
An order cannot be edited once approved. ⇒ order: update: old.status = 'approved' → (kept(number) and kept(customer) and kept(total) and kept(discount) and kept(order-date) and kept(delivery-date) and kept(cancellation-reason) and kept(shipping-address))
Orders cannot be modified after they are shipped. ⇒ order: update: old.status = 'shipped' → (kept(number) and kept(customer) and kept(total) and kept(discount) and kept(order-date) and kept(delivery-date) and kept(cancellation-reason) and kept(shipping-address))
The total is fixed after approval. @order ⇒ order: update: old.status = 'approved' → kept(total)
The total cannot be changed once the order is approved. ⇒ order: update: old.status = 'approved' → kept(total)
The SKU is immutable. ⇒ product: update: present(old.sku) → sku = old.sku
The SKU cannot be changed after creation. ⇒ product: update: present(old.sku) → sku = old.sku
Only drafts can be deleted. @order ⇒ order: delete: status = 'draft'
Only draft orders can be deleted. ⇒ order: delete: status = 'draft'
Orders can only be deleted while in draft. ⇒ order: delete: status = 'draft'
Shipped orders cannot be deleted. ⇒ order: delete: status ≠ 'shipped'
An order cannot be deleted if it has been paid. ⇒ order: delete: status ≠ 'paid'
Orders that are shipped cannot be deleted. ⇒ order: delete: status ≠ 'shipped'
A category cannot be deleted if it has products. ⇒ product.category on delete restrict
A project cannot be deleted if it has tasks. ⇒ task.project on delete restrict
A project cannot be deleted while it has tasks that are in progress. ⇒ project: delete: not count(task via project where status = 'in_progress') > 0
When an order is deleted, its items are also deleted. ⇒ order-item.order on delete cascade
A user can only write one review per product. ⇒ review unique(user, product)
Only one review per user and product. ⇒ review unique(user, product)
One review per product and user is allowed. ⇒ review unique(product, user)
The combination of user and product must be unique. @review ⇒ review unique(user, product)
Category name must be unique. ⇒ category.name unique
(user, product) must be unique. ⇒ review unique(user, product)
The pair (product, user) is unique. ⇒ review unique(product, user)
(title, color) must be unique. @task ⇒ not-understood
(title, status) must be unique per project. @task ⇒ not-understood
Project and title must be unique together. @task ⇒ task unique(project, title)
Each title only once per project. @task ⇒ task unique(title, project)
A product may be listed only once per order. ⇒ order-item unique(product, order)
The title must be unique per project. @task ⇒ task unique(title, project)
Only managers can approve orders. ⇒ order approve to approved by manager
Only admins can create products. ⇒ admin only create product
Only admins and managers can delete products. ⇒ admin only delete product; manager only delete product
Users can only edit their own comments. ⇒ admin only update own comment; manager only update own comment; customer only update own comment; editor only update own comment; librarian only update own comment; author only update own comment; hr only update own comment
Managers can create, edit and delete projects. ⇒ manager may create+update+delete project
Customers cannot delete products. ⇒ customer may-not delete product
An order can be cancelled before it is shipped. ⇒ order cancel before shipped to cancelled
Only a draft can be submitted. @order ⇒ order submit from draft to submitted
Only submitted orders can be approved. ⇒ order approve from submitted to approved
An order can only be shipped if it is paid. ⇒ order ship from paid to shipped
Only paid orders can be shipped. ⇒ order ship from paid to shipped
A paid order cannot be cancelled. ⇒ order cancel not from paid to cancelled
Orders start as draft. ⇒ order starts draft
Status must be one of todo, in_progress, done. ⇒ task: status in ['todo', 'in_progress', 'done']
Priority must be one of low, medium or high ⇒ task: priority in ['low', 'medium', 'high']
If the project is archived, tasks cannot be created. ⇒ task: create: not project.status = 'archived'
Tasks cannot be edited if the project is archived. ⇒ task: update: project.status = 'archived' → (kept(title) and kept(status) and kept(priority) and kept(due-date) and kept(start-date) and kept(reason) and kept(progress) and kept(assignee) and kept(project) and kept(tags))
A task cannot be completed if the project is archived. ⇒ task complete to done if not project.status = 'archived'
An order must have at least one item. ⇒ order: count(order-item via order) ≥ 1
An order can have at most 50 line items. ⇒ order: count(order-item via order) ≤ 50
A member can have at most 5 active loans. ⇒ member: count(loan via member where status = 'active') ≤ 5
Only one active loan per book. ⇒ book: count(loan via book where status = 'active') ≤ 1
The order total must equal the sum of its line amounts. ⇒ order: total = sum(order-item via order of amount)
Bookings must not overlap for the same room. ⇒ booking: count(booking where (room = this.room and start-time < this.end-time and end-time > this.start-time)) ≤ 1
Bookings for the same room cannot overlap ⇒ booking: count(booking where (room = this.room and start-time < this.end-time and end-time > this.start-time)) ≤ 1
Discount must be between 0 and 100%. ⇒ order.discount ≥0 ≤100
The sale price must be less than the price. ⇒ product: sale-price < price
Sale price must be lower than or equal to price ⇒ product: sale-price ≤ price
The number of guests must not exceed the capacity of the room. @booking ⇒ booking: guests ≤ room.capacity
Guests must not exceed the room's capacity. ⇒ booking: guests ≤ room.capacity
Age must be 18 or older. ⇒ user.age ≥18
The password must be at least 8 characters. ⇒ user.password minLength 8
Tags: at most 10 tags @task ⇒ task: length(tags) ≤ 10
Return date must be on or after loan date. ⇒ loan: return-date ≥ loan-date
The return date cannot be earlier than the loan date. ⇒ loan: return-date ≥ loan-date
Returns 409 if the email already exists. @user ⇒ user.email unique
Reject duplicate SKUs. ⇒ product.sku unique
It is not allowed to delete a paid invoice. ⇒ invoice: delete: status ≠ 'paid'
Invoices cannot be deleted. ⇒ invoice: delete: false
Paid invoices cannot be edited. ⇒ invoice: update: old.status = 'paid' → (kept(number) and kept(amount) and kept(due-date) and kept(issue-date) and kept(order))
Invoices can only be edited while they are in draft status. ⇒ invoice: update: old.status ≠ 'draft' → (kept(number) and kept(amount) and kept(due-date) and kept(issue-date) and kept(order))
The due date of an invoice must be at least 14 days after the issue date. ⇒ invoice: due-date ≥ issue-date + P14D
due date >= start date @task ⇒ task: due-date ≥ start-date
price > 0 @product ⇒ product.price >0
No two bookings for the same room may overlap. ⇒ booking: count(booking where (room = this.room and start-time < this.end-time and end-time > this.start-time)) ≤ 1
A book that is borrowed cannot be deleted. ⇒ book: delete: status ≠ 'borrowed'
A loan must have a due date. ⇒ loan.due-date required
Either phone or email is required. @customer ⇒ customer: (present(phone) or present(email))
The due date must be after today. @task ⇒ task: when set: due-date > today
Quantity must be a positive integer. ⇒ order-item.quantity >0
If the priority is high, a due date is required. ⇒ task: priority = 'high' → present(due-date)
If a task is done, progress must be 100. ⇒ task: status = 'done' → progress = 100
A task can only be done when progress is 100. ⇒ task complete to done if progress = 100
The quantity must be at least 1 and at most 100. ⇒ order-item.quantity ≥1 ≤100
Quantity: minimum 1, maximum 100 ⇒ order-item.quantity ≥1 ≤100
The username must be between 3 and 30 characters, and must be unique. ⇒ user.username minLength 3 maxLength 30; user.username unique
SKU must be exactly 8 characters. ⇒ product.sku minLength 8 maxLength 8
Phone must be exactly 10 digits. @customer ⇒ customer.phone pattern ^[0-9]{10}$
Number of guests must be at least one. ⇒ booking.guests ≥1
Stock must be a non-negative integer. ⇒ product.stock ≥0
The budget must not be less than 1,000. ⇒ project.budget ≥1000
Credit limit must not exceed 10,000.00 EUR. ⇒ customer.credit-limit ≤10000.00
The price must be higher than zero. ⇒ product.price >0
The comment is limited to 500 characters. @review ⇒ review.comment maxLength 500
No more than 5 tags per task are allowed ⇒ task: length(tags) ≤ 5
The end time must be after the start time. ⇒ booking: end-time > start-time
The end time must be later than start time @booking ⇒ booking: end-time > start-time
A booking's end time must be after its start time. ⇒ booking: end-time > start-time
End date must not precede start date. @project ⇒ project: end-date ≥ start-date
The start date must be before the end date. @project ⇒ project: start-date < end-date
The due date must be no later than the project's end date. @task ⇒ task: due-date ≤ project.end-date
A task's due date cannot be after the end date of its project. ⇒ task: due-date ≤ project.end-date
The issue date must be before the due date. @invoice ⇒ invoice: issue-date < due-date
The order date cannot be in the future. ⇒ order: when set: order-date ≤ today
A booking must start at least 24 hours in the future. ⇒ booking: when set: start-time ≥ now + PT24H
Start time must be at least 24 hours in the future. ⇒ booking: when set: start-time ≥ now + PT24H
The start date must be today or later. @project ⇒ project: when set: start-date ≥ today
Whenever a task is cancelled, a reason must be given. ⇒ task: status = 'cancelled' → present(reason)
An invoice that is paid cannot be deleted. ⇒ invoice: delete: status ≠ 'paid'
Only invoices in draft status may be deleted. ⇒ invoice: delete: status = 'draft'
Posts cannot be deleted unless they are drafts. ⇒ post: delete: status = 'draft'
Invoices may not be deleted once sent. ⇒ invoice: delete: status ≠ 'sent'
Published posts cannot be edited. ⇒ post: update: old.status = 'published' → (kept(title) and kept(body) and kept(author))
A published post can no longer be changed. ⇒ post: update: old.status = 'published' → (kept(title) and kept(body) and kept(author))
The title of a published post cannot be changed. ⇒ post: update: old.status = 'published' → kept(title)
The amount cannot be changed after the invoice is sent. ⇒ invoice: update: old.status = 'sent' → kept(amount)
The email cannot be changed. @user ⇒ user: update: present(old.email) → email = old.email
A customer's email is immutable. ⇒ customer: update: present(old.email) → email = old.email
A room cannot be deleted while it has bookings. ⇒ booking.room on delete restrict
A customer with orders cannot be deleted. ⇒ order.customer on delete restrict
Deleting a project also deletes its tasks. ⇒ task.project on delete cascade
When a post is deleted, all its comments are automatically deleted. ⇒ comment.post on delete cascade
A book can only be borrowed if it is available. ⇒ book borrow from available to borrowed
An admin can delete any product. ⇒ admin may delete product
Editors can create and edit posts. ⇒ editor may create+update post
Authors can only edit their own posts. ⇒ author only update own post
Admins can manage all users. ⇒ admin may read+create+update+delete user
Only librarians may create loans. ⇒ librarian only create loan
HR cannot delete users. ⇒ hr may-not delete user
Members may have no more than three active loans. ⇒ member: count(loan via member where status = 'active') ≤ 3
A room must have a capacity. ⇒ room.capacity required
Each review must belong to a product. ⇒ review.product required
Every task must be assigned to a project. ⇒ task.project required
A loan must be linked to a member. ⇒ loan.member required
A project must have at least 1 task. ⇒ project: count(task via project) ≥ 1
Every order needs at least one line item. ⇒ order: count(order-item via order) ≥ 1
Titles must be unique within a project. @task ⇒ task unique(title, project)
Two loans cannot have the same book and member. ⇒ loan unique(book, member)
A product must belong to a category. ⇒ product.category required
If stock is 0, the product cannot be active. ⇒ product: stock = 0 → active = false
Delivered is a terminal state. @order ⇒ order final delivered
A delivered order cannot change its status. ⇒ order final delivered
New orders start in draft. ⇒ order starts draft
The initial status is draft. @order ⇒ order starts draft
An order can only be cancelled while it is draft or submitted. ⇒ order cancel from draft|submitted to cancelled
A submitted order can be approved. ⇒ order approve from submitted to approved
Only admins or managers can cancel an order. ⇒ order cancel to cancelled by admin|manager
Orders can't be approved if the total is 0. ⇒ order approve to approved if not total = 0
An order cannot be submitted unless the shipping address is present. ⇒ order submit to submitted if present(shipping-address)
The discount must be less than the total. ⇒ order: discount < total
Returns 422 if the end date is before the start date. @project ⇒ project: not end-date < start-date
Reject the booking if the number of guests exceeds the room capacity. ⇒ booking: not guests > room.capacity
An active product must have a price. ⇒ product: active = true → present(price)
Rating: 1-5 ⇒ review.rating ≥1 ≤5
rating (1-5) is required @review ⇒ review.rating ≥1 ≤5 required
Title (max 200 characters) is required. @post ⇒ post.title maxLength 200 required
An order cannot be cancelled once shipped. ⇒ order cancel not from shipped to cancelled
A shipped order cannot be cancelled. ⇒ order cancel not from shipped to cancelled
Orders cannot be cancelled unless they are draft. ⇒ order cancel from draft to cancelled
The discount must not exceed 20% except for VIP customers. ⇒ order: not customer.vip = true → discount ≤ 20
The issue date must be at least 14 days before the due date. @invoice ⇒ invoice: issue-date ≤ due-date - P14D
A task's start date must be on or after the project's start date. ⇒ task: start-date ≥ project.start-date
The start date of a task must be on or after the start date of the project. ⇒ task: start-date ≥ project.start-date
The end time must be at most 4 hours after the start time. @booking ⇒ booking: end-time ≤ start-time + PT4H
Title, start date, project are required. @task ⇒ task.title required; task.start-date required; task.project required
A booking lasts at most 8 hours. ⇒ booking: end-time ≤ start-time + PT8H
Bookings must not last longer than 2 days. ⇒ booking: end-time ≤ start-time + P2D
A member must be at least 18 years old. ⇒ member: date-of-birth ≤ today - P18Y
The stock of a product can only increase. ⇒ product: update: present(old.stock) → stock ≥ old.stock
A member may have at most one loan per book. ⇒ loan unique(member, book)
A member can borrow a book only once. ⇒ loan unique(member, book)
A user can't review the same product twice. ⇒ review unique(user, product)
A cancelled order cannot be reopened. ⇒ order final cancelled
A booking can be cancelled until it is confirmed. ⇒ booking cancel from pending to cancelled
`;
