namespace StretchChallenge.Server.Calendars;

/// <summary>The secret address of a person's calendar feed.</summary>
/// <param name="Url">For a calendar program to subscribe to; shown this once.</param>
public sealed record CalendarFeed(Uri Url);
