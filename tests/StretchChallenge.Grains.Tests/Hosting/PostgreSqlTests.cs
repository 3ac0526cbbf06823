namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>The tests that run against PostgreSQL, one after the other on one server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlTests : ICollectionFixture<PostgreSqlFixture>
{
    public const string Name = "PostgreSQL";
}
