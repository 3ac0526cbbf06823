namespace StretchChallenge.Server.Days;

/// <summary>The id of the day's routine in each variant; all count the same.</summary>
public sealed record TodayRoutine(string Desk, string Mat, string Seated);
