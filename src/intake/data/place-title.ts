const place =
  /\s(?:web ?sites?|web ?apps?|apps?|applications?|platform|dashboards?|portals?|interface|ui|(?:home|landing) ?page)$/iu;

/** "Public website", "Clerk dashboard": where several things are shown, and no thing itself. */
export function isPlaceTitle(name: string): boolean {
  return place.test(name);
}
