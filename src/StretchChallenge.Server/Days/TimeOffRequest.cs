namespace StretchChallenge.Server.Days;

/// <summary>Time off to enter (rule 6), both dates included.</summary>
public sealed record TimeOffRequest(DateOnly? From, DateOnly? To);
