using System.Data;
using System.Globalization;
using Dapper;

namespace StretchChallenge.Storage.Database;

/// <summary>Instants, always in UTC: <c>timestamptz</c> in PostgreSQL, text in SQLite; whole microseconds in both.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>The instant as both databases keep it.</summary>
    public static DateTimeOffset Storable(DateTimeOffset value) =>
        new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <inheritdoc />
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Storable(value);

    /// <inheritdoc />
    public override DateTimeOffset Parse(object value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
        _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture),
    };
}
