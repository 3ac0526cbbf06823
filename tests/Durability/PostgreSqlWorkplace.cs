using System.Data.Common;
using Npgsql;

namespace StretchChallenge.Durability;

/// <summary>A workplace with PostgreSQL.</summary>
public sealed class PostgreSqlWorkplace() : Workplace(onPostgreSql: true)
{
    protected override DbConnection Connect(string connectionString) => new NpgsqlConnection($"{connectionString};Pooling=False");
}
