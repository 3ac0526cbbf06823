namespace StretchChallenge.EndToEnd.Stage;

/// <summary>A site whose routines are short, but long enough for people to come late, be cut off and come back.</summary>
public sealed class LiveSite() : Site(pace: 4);
