using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's day.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Zone">The IANA zone in which it is that date.</param>
/// <param name="Done">Whether the date has its credit (rule 1).</param>
/// <param name="Week">The week of the programme that the day's routine is from, 1 to 8.</param>
/// <param name="LineUp">The line-up of the day's routine.</param>
/// <param name="Challenges">The day in each challenge the person is in.</param>
[GenerateSerializer, Immutable, Alias("Today")]
public sealed record Today(DateOnly Date, string Zone, bool Done, int Week, LineUp LineUp, ImmutableArray<TodayInChallenge> Challenges);
