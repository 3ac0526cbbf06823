using System.Data;
using System.Globalization;
using Dapper;

namespace StretchChallenge.Storage.Database;

/// <summary>Dates: <c>date</c> in PostgreSQL, ISO text in SQLite.</summary>
internal sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
{
    /// <inheritdoc />
    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

    /// <inheritdoc />
    public override DateOnly Parse(object value) => value switch
    {
        DateOnly date => date,
        DateTime midnight => DateOnly.FromDateTime(midnight),
        _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
