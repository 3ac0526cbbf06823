using StretchChallenge.Grains.Tests.Hosting;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>
/// A test of the grains, with a workplace of its own on the fixture's silo. What depends on the database is written once and
/// derived twice: for SQLite and for PostgreSQL.
/// </summary>
public abstract class GrainTests(GrainFixture fixture) : IAsyncLifetime
{
    private Workplace? _work;

    private protected Workplace Work => _work ?? throw new InvalidOperationException("The test has not begun.");

    public virtual async Task InitializeAsync() => _work = await Workplace.OpenAsync(fixture);

    public async Task DisposeAsync() => await Work.DisposeAsync();

    /// <summary>A day of March 2026; the 2nd is a Monday.</summary>
    protected static DateOnly March(int day) => new(2026, 3, day);

    /// <summary>A day of April 2026; the 6th is a Monday.</summary>
    protected static DateOnly April(int day) => new(2026, 4, day);
}
