using System.Data.Common;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Ledger;

/// <summary>A statement that is prepared once, on the process's one writing connection, and run again and again.</summary>
/// <param name="sql">With parameters named <c>@p0</c>, <c>@p1</c> and so on.</param>
internal sealed class SqliteStatement(string sql)
{
    private DbCommand? _prepared;

    /// <summary>Runs it in the session's transaction.</summary>
    public void Run(LedgerSession session, params ReadOnlySpan<object?> values)
    {
        _prepared ??= Prepare(session.Connection, values.Length);
        _prepared.Transaction = session.Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _prepared.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _prepared.ExecuteNonQuery();
    }

    private DbCommand Prepare(DbConnection connection, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
