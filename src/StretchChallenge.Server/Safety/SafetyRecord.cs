namespace StretchChallenge.Server.Safety;

/// <summary>The safety answer as it is sealed.</summary>
/// <param name="Answered">Whether the question was answered.</param>
/// <param name="DiscInjury">The answer; null for "rather not say".</param>
/// <param name="NoticeSeen">Whether the person has seen the safety notice.</param>
internal sealed record SafetyRecord(bool Answered, bool? DiscInjury, bool NoticeSeen)
{
    /// <summary>Of whoever has answered nothing yet.</summary>
    public static SafetyRecord Empty { get; } = new(Answered: false, DiscInjury: null, NoticeSeen: false);
}
