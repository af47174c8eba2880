/** The tables that the service needs for itself: their names, and the code that makes them. `keeps`: what a given contract lets callers keep, too. */
export function serviceTables(
  accounts: boolean,
  keeps = false,
): {
  readonly tables: readonly string[];
  readonly code: string;
} {
  const own = ['_setting', '_idempotency', '_event', ...(keeps ? ['_record'] : [])];
  const code = OWN + (keeps ? RECORDS : '');
  return accounts
    ? { tables: [...ACCOUNT_TABLES, ...own], code: ACCOUNTS + code }
    : { tables: own, code };
}

/** The tables of accounts, each after those that it refers to. */
export const ACCOUNT_TABLES = ['_account', '_session', '_login_failure'] as const;

/** The code that makes them. */
export const ACCOUNTS = `    op.create_table(
        "_account",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("email", TEXT, nullable=False, unique=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
    )
    op.create_index("_account_tenant_id_idx", "_account", ["tenant_id", "id"])
    op.create_table(
        "_session",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("_account.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("expires_at", TIME, nullable=False),
    )
    op.create_index("_session_account_id_idx", "_session", ["account_id"])
    op.create_index("_session_expires_at_idx", "_session", ["expires_at"])
    op.create_table(
        "_login_failure",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("failed_at", TIME, nullable=False),
    )
    op.create_index("_login_failure_email_idx", "_login_failure", ["email", "failed_at"])
    op.create_index("_login_failure_failed_at_idx", "_login_failure", ["failed_at"])
`;

const OWN = `    op.create_table(
        "_setting",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "_idempotency",
        sa.Column("scope", TEXT, primary_key=True),
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text()),
        sa.Column("created_at", TIME, nullable=False),
    )
    op.create_index("_idempotency_created_at_idx", "_idempotency", ["created_at"])
    op.create_table(
        "_event",
        sa.Column(
            "sequence",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("time", TIME, nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    order = ["sequence"]
    if op.get_bind().dialect.name == "postgresql":
        # What is still being written is known by the transaction that writes it.
        op.execute(
            "alter table _event add transaction_id xid8 not null default pg_current_xact_id()"
        )
        order = ["transaction_id", "sequence"]
    op.create_index("_event_tenant_id_idx", "_event", ["tenant_id", *order])
    op.create_index("_event_order_idx", "_event", order)
`;

/** What a contract that was given lets callers keep, in the shape that it says. */
const RECORDS = `    op.create_table(
        "_record",
        sa.Column(
            "sequence",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("collection", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.UniqueConstraint("collection", "key"),
        sqlite_autoincrement=True,
    )
    op.create_index("_record_collection_idx", "_record", ["collection", "sequence"])
`;
