using System.Collections.Immutable;
using StretchChallenge.Domain.SelfTests;

namespace StretchChallenge.Server.SelfTests;

/// <summary>A person's self-tests.</summary>
/// <param name="Results">The results, oldest first.</param>
/// <param name="Unreadable">
/// The ids of results that the server can no longer read, because its key was lost. They can only be deleted.
/// </param>
/// <param name="Suggested">When the challenge asked for suggests self-tests, oldest first; empty without a challenge.</param>
/// <param name="SuggestedNow">The suggestion to follow today; null where there is none.</param>
public sealed record SelfTestHistory(
    ImmutableArray<SelfTestResult> Results,
    ImmutableArray<string> Unreadable,
    ImmutableArray<SelfTestSuggestion> Suggested,
    DateOnly? SuggestedNow);
