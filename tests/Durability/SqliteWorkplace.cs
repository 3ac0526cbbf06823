using System.Data.Common;
using Microsoft.Data.Sqlite;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Durability;

/// <summary>A workplace with the embedded database.</summary>
public sealed class SqliteWorkplace : Workplace
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(null);

    protected override DbConnection Connect(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        return new SqliteConnection($"{connectionString};Pooling=False");
    }
}
