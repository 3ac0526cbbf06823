using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>The query of the list of exercises. Empty values do not filter.</summary>
internal readonly record struct ExerciseQuery(
    [property: FromQuery(Name = "desk"), Description("true or false: whether it can be done in office clothes beside a desk.")] string? Desk,
    [property: FromQuery(Name = "position"), Description("standing, seated, floor or lying.")] string? Position,
    [property: FromQuery(Name = "equipment"), Description("One thing that it takes, or 'none' for exercises that take nothing.")] string? Equipment,
    [property: FromQuery(Name = "kind"), Description("static, dynamic, pnf, strength, warmUp or alternative.")] string? Kind,
    [property: FromQuery(Name = "q"), Description("Words that all occur in its names, muscles, equipment or steps.")] string? Q);

/// <summary>Selects the exercises that meet all conditions of a query.</summary>
internal sealed class ExerciseFilter
{
    private const string NoEquipment = "none";
    private const int MaxSearchLength = 100;

    private readonly bool? _desk;
    private readonly Position? _position;
    private readonly bool _withoutEquipment;
    private readonly Equipment? _equipment;
    private readonly ExerciseKind? _kind;
    private readonly string[] _words;

    /// <summary>Reads a query and adds invalid values to <paramref name="rules" />.</summary>
    public ExerciseFilter(ExerciseQuery query, FieldRules rules)
    {
        _desk = Word(rules, "desk", query.Desk, word => bool.TryParse(word, out var value) ? value : (bool?)null, ["true", "false"]);
        _position = Word(rules, "position", query.Position, EnumNames.Find<Position>, EnumNames.All<Position>());
        _withoutEquipment = query.Equipment == NoEquipment;
        if (!_withoutEquipment)
        {
            _equipment = Word(
                rules, "equipment", query.Equipment, EnumNames.Find<Equipment>, [.. EnumNames.All<Equipment>(), NoEquipment]);
        }

        _kind = Word(rules, "kind", query.Kind, EnumNames.Find<ExerciseKind>, EnumNames.All<ExerciseKind>());
        rules.Check(query.Q is not { Length: > MaxSearchLength }, FieldRefusals.TooLong("q", MaxSearchLength));
        _words = SearchText.Words(query.Q ?? "");
    }

    /// <summary>Whether an exercise meets all conditions.</summary>
    public bool Matches(SearchableExercise candidate)
    {
        var exercise = candidate.Exercise;
        return (_desk is null || exercise.Desk == _desk)
            && (_position is null || exercise.Position == _position)
            && (!_withoutEquipment || exercise.Equipment.IsEmpty)
            && (_equipment is not { } equipment || exercise.Equipment.Contains(equipment))
            && (_kind is null || exercise.Kind == _kind)
            && Array.TrueForAll(_words, candidate.Contains);
    }

    private static T? Word<T>(FieldRules rules, string field, string? word, Func<string, T?> find, IEnumerable<string> allowed)
        where T : struct
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        var value = find(word);
        rules.Check(value is not null, FieldRefusals.NotOneOf(field, string.Join(", ", allowed)));
        return value;
    }
}
