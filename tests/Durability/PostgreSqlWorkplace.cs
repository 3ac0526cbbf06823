using System.Data.Common;
using Npgsql;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Durability;

/// <summary>A workplace with PostgreSQL.</summary>
public sealed class PostgreSqlWorkplace : Workplace
{
    private PostgreSqlServer? _postgreSql;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }
    }

    protected override async Task<TestDatabase> CreateDatabaseAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync();
        return await TestDatabase.CreateAsync(_postgreSql);
    }

    protected override DbConnection Connect(string connectionString) => new NpgsqlConnection($"{connectionString};Pooling=False");
}
