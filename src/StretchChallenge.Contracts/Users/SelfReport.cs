
namespace StretchChallenge.Contracts.Users;

/// <summary>A report of the last missed due day (rule 5).</summary>
/// <param name="CommandId">Chosen by the client; a repeat gets the first answer again.</param>
/// <param name="Fingerprint">A hash of the request, to tell a repeat from another request under the same id.</param>
/// <param name="Date">The day reported.</param>
[GenerateSerializer, Immutable, Alias("SelfReport")]
public sealed record SelfReport(string CommandId, string Fingerprint, DateOnly Date);
