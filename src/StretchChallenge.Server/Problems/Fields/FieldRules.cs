using Microsoft.AspNetCore.Http.HttpResults;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>
/// Checks the fields of one request and collects every fault, so that a person sees all of them at once. Each rule
/// returns the value to go on with; after a fault that value means nothing.
/// </summary>
/// <example>
/// <code>
/// var rules = new FieldRules();
/// var name = rules.Text("name", request.Name, 1, 60);
/// var zone = rules.TimeZone("timeZone", request.TimeZone);
/// if (rules.Refusal is { } refusal) { return refusal; }
/// </code>
/// </example>
public sealed class FieldRules
{
    private readonly Dictionary<string, string[]> _faults = [];

    /// <summary>The answer to a request with faults; null where there are none.</summary>
    public ProblemHttpResult? Refusal => _faults.Count == 0 ? null : Problem.OfFields(_faults);

    /// <summary>Notes a fault of a field, named in camelCase as the request has it.</summary>
    public void Fault(string field, string message) =>
        _faults[field] = _faults.TryGetValue(field, out var earlier) ? [.. earlier, message] : [message];

    /// <summary>Notes a fault where the condition does not hold; tells whether it does.</summary>
    public bool Check(bool holds, string field, string message)
    {
        if (!holds)
        {
            Fault(field, message);
        }

        return holds;
    }

    /// <summary>A value that must be given.</summary>
    public T Required<T>(string field, T? value)
        where T : struct
    {
        Check(value.HasValue, field, $"'{field}' is missing.");
        return value.GetValueOrDefault();
    }
}
