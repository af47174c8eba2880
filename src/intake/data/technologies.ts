/** Folded names of what systems are built of, and of forms of files: nothing that one of them keeps. */
export const technologies =
  /^(?:rgpd|gdpr|lgpd|dsgvo|postgres(?:ql)?|my ?sql|maria ?db|sqlite ?\d?|sql server|oracle(?: database)?|mongo(?: ?db)?|redis|cassandra|dynamo ?db|firestore|firebase|supabase|neon|planetscale|convex|prisma(?: orm)?|drizzle(?: orm)?|type ?orm|sequelize|mongoose|hibernate|spring(?: boot| data jpa)?|jpa|jdbc|sql ?alchemy|alembic|django(?: orm)?|flask|fast ?api|laravel|eloquent|rails|express(?: ?js)?|nest ?js|fastify|node ?js|next ?js|react(?: native| query| router)?|vue ?js|vite|angular|svelte ?(?:kit)?|redux|zustand|tailwind(?: css)?|shadcn(?: ui)?|flutter|kotlin|swift|typescript|javascript|python|java|golang|tkinter|pyqt|pillow|pandas|numpy|spacy|streamlit|docker(?: compose)?|kubernetes|nginx|kafka|rabbit ?mq|celery|graphql|grpc|web ?sockets?|oauth ?2?|bcrypt|argon2|jwt|json|xml|csv|yaml|svg|png|jpe?g|gif|webp|pdf|docx?|xlsx?|zip|mp[34]|ttl|dns|cdn|cors|csrf|xss|seo)$/u;

/** Those of them that are words for things as well: a laboratory has flasks. */
export const alsoThings =
  /^(?:flask|express|rails|spring|oracle|neon|convex|swift|prisma|eloquent)$/u;
