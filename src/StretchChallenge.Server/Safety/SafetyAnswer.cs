namespace StretchChallenge.Server.Safety;

/// <summary>What a person answered to the safety question; for that person alone.</summary>
/// <param name="Answered">Whether the question was answered.</param>
/// <param name="DiscInjury">The answer; null where there is none, or the person would rather not say.</param>
/// <param name="NoticeSeen">Whether the person has seen the safety notice.</param>
/// <param name="Unreadable">
/// Whether there is an answer that the server can no longer read, because its key was lost. Until the question is
/// answered again, or the answer deleted, routines are chosen as for a disc injury.
/// </param>
public sealed record SafetyAnswer(bool Answered, bool? DiscInjury, bool NoticeSeen, bool Unreadable);
