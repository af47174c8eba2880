/** Sentences that demand nothing of a record, though they speak of records: none of them may become a rule. */
export const prose = `
The order page shows the total at the top.
Users can see their orders on the dashboard.
Orders are displayed in a table.
The product list should be easy to browse.
The button must be blue.
The order form must be responsive.
The title must be displayed in bold.
Prices are shown in euros.
The system must send an e-mail when an order is shipped.
When an order is paid, the stock is reduced.
The price is calculated automatically.
Customers love fast delivery.
A customer is a person who buys products.
An order contains one or more items.
We expect at most 100 users in the first year.
The team must deliver the first version before the end date.
At least 80% of tasks should be covered by tests.
The project must be finished by the due date.
The order total is the amount that the customer pays.
The status can be draft, submitted or approved.
Tasks may have a due date.
A review may contain a comment.
A category groups products.
The rating helps other customers.
Search products by name, category and price range.
Filter tasks by status and priority.
Sort orders by order date.
Email confirmation is sent to the customer.
Payment is handled by an external provider.
The comment is important for the author.
The application should support at least three languages.
Books are borrowed for two weeks.
The room with the largest capacity is listed first.
Only the best products are shown on the home page.
Orders older than one year are archived.
The price before discount is shown crossed out.
Users must log in before they can order.
The description should be short and clear.
The number of products must be visible in the cart.
If the payment fails, the customer is informed.
If a task is overdue, it is highlighted in red.
The customer can cancel at any time by phone.
Products with a discount are highlighted.
The order number is printed on the invoice.
A booking takes at most two clicks.
The due date is shown in red after today.
After the order is paid, an invoice is generated.
Before an order is shipped, the warehouse packs it.
The capacity of the team must be increased.
The user must be able to export orders to CSV.
The system should not lose any orders.
Invoices must be sent by e-mail.
The title of the page must not change.
Members must feel welcome.
The book must be returned to the shelf.
Loans must be easy to extend.
A task should take no more than two hours to create.
The list of tasks must be loaded within 2 seconds.
The system must handle 1000 orders per day.
The order must go through three reviews.
The customer's name must be read aloud.
A post must be interesting.
Comments are only shown when the post is open.
Prices can change during the season.
The project should start as soon as possible.
Stock can be negative in rare cases.
The discount must not be advertised.
Event capacity is not limited.
The status does not need to be unique.
The name need not be unique.
A description is not required.
The reason is optional.
Deleted orders are kept for 30 days.
The author is notified if the comment is deleted.
The product must be photographed before the start date of the campaign.
`;

/** Demands that are beyond the grammar, or leave open what they mean: each is a question, never a guess. */
export const unclear = `
The email must be unique.
Users must be at least 18 years old.
Password must contain at least 8 characters and one digit.
The booking must be at most 365 days after today
Reason must be present if and only if the task is cancelled.
Customers with unpaid orders cannot be deleted.
The capacity must be between 1 and 500 people.
The order date must be before the delivery date by any means.
The price must be greater than the market price.
Orders must be unique within the usual limits.
The end date must be after the start date unless agreed otherwise.
Only premium members can have more than 5 active loans.
The username must be at least 3 characters and start with a letter.
Orders cannot be cancelled within 24 hours of delivery by normal customers.
A task cannot be closed by its creator.
The title must be unique per year.
Tasks must be unique per project.
The price must be positive (or agreed by phone).
Rating must be 1 and 5.
Orders cannot be deleted (unless the manager agrees).
`;
