package density

var textModel = htmlModel
