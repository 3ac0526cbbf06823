using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>What a list of exercises is narrowed to, as asked for; an empty value asks for nothing.</summary>
internal readonly record struct ExerciseQuery(
    [property: FromQuery(Name = "desk"), Description("true or false: whether it can be done in office clothes beside a desk.")] string? Desk,
    [property: FromQuery(Name = "position"), Description("standing, seated, floor or lying.")] string? Position,
    [property: FromQuery(Name = "equipment"), Description("One thing that it takes, or 'none' for exercises that take nothing.")] string? Equipment,
    [property: FromQuery(Name = "kind"), Description("static, dynamic, pnf, strength, warmUp or alternative.")] string? Kind,
    [property: FromQuery(Name = "q"), Description("Words that all occur in its names, muscles, equipment or steps.")] string? Q);
