using Dapper;

namespace StretchChallenge.Storage.Database;

/// <summary>A few ids as parameters of a query, one each: what Dapper and Npgsql make of a list differs from SQLite.</summary>
internal sealed class IdList
{
    /// <summary>Names the parameters.</summary>
    public IdList(IEnumerable<string> ids)
    {
        foreach (var (number, id) in ids.Index())
        {
            Parameters.Add($"id{number}", id);
            Names += $"{(number == 0 ? "" : ", ")}@id{number}";
        }
    }

    /// <summary>The parameters.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Their names, separated by commas; empty for none.</summary>
    public string Names { get; } = "";
}
