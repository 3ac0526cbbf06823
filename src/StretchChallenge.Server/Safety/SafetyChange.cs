namespace StretchChallenge.Server.Safety;

/// <summary>An answer to the safety question, or that its notice was seen; what is left out stays as it is.</summary>
public sealed class SafetyChange
{
    /// <summary>Whether the person has a disc injury; null for "rather not say".</summary>
    public bool? DiscInjury
    {
        get;
        init
        {
            field = value;
            Answers = true;
        }
    }

    /// <summary>Whether the safety notice was seen.</summary>
    public bool? NoticeSeen { get; init; }

    /// <summary>Whether the question is answered, if only with "rather not say".</summary>
    internal bool Answers { get; private init; }

    /// <summary>Whether anything is changed at all.</summary>
    internal bool Any => Answers || NoticeSeen is not null;

    /// <summary>The record after the change.</summary>
    internal SafetyRecord Apply(SafetyRecord record) => new(
        record.Answered || Answers,
        Answers ? DiscInjury : record.DiscInjury,
        NoticeSeen ?? record.NoticeSeen);
}
